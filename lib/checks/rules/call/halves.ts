import type { Problem } from '../../../errors';
import { Call, Party, partyId } from '../../../program';
import type { Rule } from '../../rule';

/** The calls that are stated at a microservice, and which parties are microservices of the same app. */
export interface HalfFacts {
  readonly cluster: string;
  readonly outbound: readonly Call[];
  readonly accepted: readonly Call[];
  /** Path of the microservice of this app that an id stands for. */
  readonly pathOf: (partyId: string) => string | undefined;
}

/** Calls within an app are stated whole: a reference to a microservice of the app would make one half alone. */
export const halves: Rule<HalfFacts> = ({ cluster, outbound, accepted, pathOf }) => {
  const problem = ({ caller, callee }: Call, end: Party, to: 'to' | 'from'): Problem[] => {
    const path =
      end.statedElsewhere && end.workload !== undefined
        ? pathOf(partyId(end.workload.cluster ?? cluster, end.workload.namespace, end.name))
        : undefined;
    return path === undefined
      ? []
      : [
          {
            code: 'MS2019',
            message: `only half of a call ${to} ${end.name} is stated`,
            given: `the reference to ${end.workload!.namespace}/${end.name} names ${path}, which is in this app`,
            allowed: 'references to microservices that are stated elsewhere',
            fix: `pass the construct itself: ${caller.name}.calls(${callee.name}) makes both halves`,
          },
        ];
  };
  return [
    ...outbound.flatMap((call) => problem(call, call.callee, 'to')),
    ...accepted.flatMap((call) => problem(call, call.caller, 'from')),
  ];
};
