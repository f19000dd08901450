import type { IConstruct } from 'constructs';
import { hasFaulty, isFaulty } from '../../errors';
import type { Edge, Endpoint } from '../../program';
import { WORKLOADS } from './registry';

/** Facts of a workload without its edges to and from what has faults in its arguments: they may be other than meant. */
export function withoutFaulty<Facts extends EdgesOfWorkload>(workload: IConstruct, facts: Facts): Facts {
  // Of a faulty one, only what stands alone is reported.
  if (!hasFaulty(workload) || isFaulty(workload)) return facts;
  const isSound = ({ id }: Endpoint) => !WORKLOADS.entries(workload, id).some(isFaulty);
  const sound = (edges: readonly Edge[]) => edges.filter(({ caller, callee }) => isSound(caller) && isSound(callee));
  return {
    ...facts,
    outbound: sound(facts.outbound),
    inbound: sound(facts.inbound),
    accepted: sound(facts.accepted),
  };
}

interface EdgesOfWorkload {
  readonly outbound: readonly Edge[];
  readonly inbound: readonly Edge[];
  readonly accepted: readonly Edge[];
}
