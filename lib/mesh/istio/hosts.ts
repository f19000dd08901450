import type { ClusterFacts, Party } from '../../model';

/** The full name of a microservice's Service: short ones mean something else in every namespace. */
export function serviceHost(name: string, namespace: string, cluster: Pick<ClusterFacts, 'domain'>): string {
  return `${name}.${namespace}.svc.${cluster.domain}`;
}

/** The name under which the mesh knows a callee, and the namespace that it is in; none where the mesh does not know it. */
export function hostInMesh({ name, workload }: Party, cluster: Pick<ClusterFacts, 'domain'>): string | undefined {
  return workload === undefined ? undefined : `${workload.namespace}/${serviceHost(name, workload.namespace, cluster)}`;
}
