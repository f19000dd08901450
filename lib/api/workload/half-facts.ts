import type { IConstruct } from 'constructs';
import type { HalfFacts } from '../../checks';
import type { Workload } from '../../program';
import { makesNamespace, workloadPath } from '../tree/registry';

/** Calls of a workload by references, and the app that they are stated in. */
export function halfFacts(construct: IConstruct, { cluster, outbound, accepted }: Workload): HalfFacts {
  return {
    cluster: cluster.name,
    outbound,
    accepted,
    pathOf: (endpoint) => workloadPath(construct, endpoint),
    makes: (name, namespace) => makesNamespace(construct, name, namespace),
  };
}
