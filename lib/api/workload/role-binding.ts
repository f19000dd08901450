import type { IClusterRole, IRole } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { Manifest, metadataOf } from '../../emit/kubernetes';
import type { WorkloadDefinition } from '../../program';

/** Binds a role to the service account of a workload, once: in its namespace, or in the whole cluster. */
export function bindRole(
  scope: Construct,
  definition: WorkloadDefinition,
  role: IRole | IClusterRole,
  inWholeCluster: boolean,
): void {
  const { name, namespace, account } = definition;
  const id = `${inWholeCluster ? 'cluster-binding' : 'binding'}-${role.kind}-${role.name}`;
  if (scope.node.tryFindChild(id) !== undefined) return;
  new Manifest(scope, id, {
    ...metadataOf(definition),
    // Names of cluster-wide objects say which namespace they serve.
    ...(inWholeCluster
      ? { name: `${namespace}.${name}.${role.name}`, clusterWide: true }
      : { name: `${name}-${role.name}` }),
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: inWholeCluster ? 'ClusterRoleBinding' : 'RoleBinding',
    fields: {
      roleRef: () => ({ apiGroup: 'rbac.authorization.k8s.io', kind: role.kind, name: role.name }),
      subjects: () => [{ kind: 'ServiceAccount', name: account.name, namespace }],
    },
  });
}
