import type { Rule } from '../../../../errors';
import { Workload, Reach } from '../../../../program';
import { MS4001 } from '../../rules';

/** Every callee runs in the cluster of its caller. */
export const MS4001_CLUSTERS: Rule<Workload> = {
  ...MS4001,

  evaluate: ({ outbound, cluster }) =>
    outbound
      .filter(({ reach }) => reach === Reach.CLUSTER)
      .map(({ callee }) => ({
        message: `IstioMesh does not know ${callee.name}`,
        given: `it runs in the cluster ${callee.workload!.cluster}, the caller in the cluster ${cluster.name}`,
        allowed: 'callees of the same cluster, and external services',
        fix: `state an ExternalService for the host under which ${callee.name} is exposed`,
      })),
};
