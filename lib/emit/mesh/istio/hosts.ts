import type { Activator, Endpoint } from '../../../program';
import type { ClusterFacts } from '../../../values';

/** The full name of a microservice's Service: short ones mean something else in every namespace. */
export function serviceHost(name: string, namespace: string, cluster: Pick<ClusterFacts, 'domain'>): string {
  return `${name}.${namespace}.svc.${cluster.domain}`;
}

/** The full name of the Service of what takes requests before the pods. */
export function activatorHost(
  { service: { name, namespace } }: Activator,
  cluster: Pick<ClusterFacts, 'domain'>,
): string {
  return serviceHost(name, namespace, cluster);
}

/**
 * The names under which the mesh knows a callee and its versions, with the namespace that they are in; none where the
 * mesh does not know it.
 */
export function hostsInMesh({ name, workload }: Endpoint, cluster: Pick<ClusterFacts, 'domain'>): string[] {
  if (workload === undefined) return [];
  const { namespace, versions, activator, runtime } = workload;
  // The Service of a function is another name of its gateway's: the mesh keeps such names where they are asked for in
  // the gateway's namespace.
  if (activator !== undefined && runtime !== undefined)
    return [serviceHost(name, namespace, cluster), activatorHost(activator, cluster)].map(
      (host) => `${activator.service.namespace}/${host}`,
    );
  return [
    ...[name, ...(versions === undefined ? [] : [versions.stable, versions.canary])].map(
      (service) => `${namespace}/${serviceHost(service, namespace, cluster)}`,
    ),
    // Routes to the callee lead there.
    ...(activator === undefined ? [] : [`${activator.service.namespace}/${activatorHost(activator, cluster)}`]),
  ];
}
