import { Detail, Rule, Severity } from '../../../errors';
import type { Edge, Endpoint } from '../../../program';
import { workloadId } from './workload-id';

/** The calls that are stated at a microservice, and the microservices of the same app. */
export interface HalfFacts {
  readonly cluster: string;
  readonly outbound: readonly Edge[];
  readonly accepted: readonly Edge[];
  /** Path of the microservice of this app that an id stands for. */
  readonly pathOf: (endpointId: string) => string | undefined;
  /** True for a namespace of a cluster that a stack of this app makes. */
  readonly makes: (cluster: string, namespace: string) => boolean;
}

/** Only half of a call is stated. */
export const MS2019: Rule<HalfFacts> = {
  code: 'MS2019',
  title: 'only half of a call is stated',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    "The callee's half, `acceptsCallsFrom`, is for callers of other programs, and references stand for " +
    'microservices of other programs. Where both ends are in one app, `caller.calls(callee)` with the constructs ' +
    'themselves makes both halves and keeps them alike. A construct of another app cannot be a callee: statements ' +
    'may follow after that app was synthesized.',
  reads: 'workloads of one app',

  evaluate: ({ cluster, outbound, accepted, pathOf }) => {
    const detailsOf = ({ caller, callee }: Edge, end: Endpoint, to: 'to' | 'from'): Detail[] => {
      const path =
        end.statedElsewhere && end.workload !== undefined
          ? pathOf(workloadId(cluster, end.workload, end.name))
          : undefined;
      return path === undefined
        ? []
        : [
            {
              message: `only half of a call ${to} ${end.name} is stated`,
              given: `the reference to ${end.workload!.namespace}/${end.name} names ${path}, which is in this app`,
              allowed: 'references to microservices that are stated elsewhere',
              fix: `pass the construct itself: ${caller.name}.calls(${callee.name}) makes both halves`,
            },
          ];
    };
    return [
      ...outbound.flatMap((call) => detailsOf(call, call.callee, 'to')),
      ...accepted.flatMap((call) => detailsOf(call, call.caller, 'from')),
    ];
  },
};
