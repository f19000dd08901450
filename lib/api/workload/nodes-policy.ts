import type { Construct } from 'constructs';
import { freeId } from '../../errors';
import { ciliumNetworkPolicySpec, Manifest, metadataOf } from '../../emit/kubernetes';
import type { Workload, WorkloadDefinition } from '../../program';

/** Declares a policy that names nodes and the API server, where the network plugin does not match them by ranges. */
export function declareNodesPolicy(
  scope: Construct,
  definition: WorkloadDefinition,
  resolved: () => Workload,
): Manifest | undefined {
  const { cluster, settings } = definition;
  if (!cluster.networkPlugin.isCilium || !settings.values.networkPolicy) return undefined;
  return new Manifest(scope, freeId(scope, 'network-nodes'), {
    ...metadataOf(definition),
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    fields: { spec: () => ciliumNetworkPolicySpec(resolved()) },
  });
}
