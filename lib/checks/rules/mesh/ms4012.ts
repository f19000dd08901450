import { Rule, Severity } from '../../../errors';
import { Edge, Reach } from '../../../program';

/** Caller and callee in one cluster are in one mesh. */
export const MS4012: Rule<Edge> = {
  code: 'MS4012',
  title: 'caller and callee are in different meshes',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A callee in a mesh insists on mutual TLS, which a caller outside of it does not speak. Give the stacks ' +
    'of one cluster platforms with the same mesh.',
  reads: 'call',

  evaluate: (call) => {
    const { caller, callee } = call;
    const [from, to] = [caller.workload?.mesh, callee.workload?.mesh];
    return from === undefined || to === undefined || from === to || call.reach === Reach.CLUSTER
      ? []
      : [
          {
            message: `${caller.name} and ${callee.name} are in different meshes`,
            given: `${caller.name} runs with ${from}, ${callee.name} with ${to}`,
            allowed: 'one mesh in a cluster',
            fix: 'give both stacks platforms with the same mesh',
          },
        ];
  },
};
