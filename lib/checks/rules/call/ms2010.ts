import { Rule, Severity } from '../../../errors';
import { Edge, Reach } from '../../../program';

/** The callee cannot be reached from another cluster. */
export const MS2010: Rule<Edge> = {
  code: 'MS2010',
  title: 'the callee cannot be reached from another cluster',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Caller and callee run in different clusters, and the callee is not exposed under a host name. Expose it there, ' +
    "or call a replica in the caller's own cluster.",
  reads: 'call',

  evaluate: (call) => {
    const { caller, callee } = call;
    if (call.reach !== Reach.CLUSTER) return [];
    const exposure = call.exposure;
    return exposure?.host !== undefined
      ? []
      : [
          {
            message: `${callee.name} cannot be reached from another cluster`,
            given:
              `${caller.name} runs in ${caller.workload!.cluster}, ${callee.name} in ${callee.workload!.cluster}, ` +
              `where ${exposure === undefined ? 'it is not exposed' : 'it is exposed without a host'}`,
            allowed: 'callees of the same cluster, and callees that are exposed under a host',
            fix: `state ${callee.name}.expose({ host: …, public: true }), or with allowedSources`,
          },
        ];
  },
};
