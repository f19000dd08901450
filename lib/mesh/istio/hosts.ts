import type { ClusterFacts, Party } from '../../model';

/** The full name of a microservice's Service: short ones mean something else in every namespace. */
export function serviceHost(name: string, namespace: string, cluster: Pick<ClusterFacts, 'domain'>): string {
  return `${name}.${namespace}.svc.${cluster.domain}`;
}

/** The names under which the mesh knows a callee and its versions, with the namespace that they are in; none where the mesh does not know it. */
export function hostsInMesh({ name, workload }: Party, cluster: Pick<ClusterFacts, 'domain'>): string[] {
  if (workload === undefined) return [];
  const { namespace, versions } = workload;
  return [name, ...(versions === undefined ? [] : [versions.stable, versions.canary])].map((service) => `${namespace}/${serviceHost(service, namespace, cluster)}`);
}
