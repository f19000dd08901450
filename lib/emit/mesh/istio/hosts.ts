import { type Activator, type Endpoint, serviceOfEndpoint } from '../../../program';
import type { ClusterFacts } from '../../../values';

/** Full name of a microservice's Service: a short one is resolved in the namespace of the caller. */
export function serviceHost(name: string, namespace: string, cluster: Pick<ClusterFacts, 'domain'>): string {
  return `${name}.${namespace}.svc.${cluster.domain}`;
}

/** Full name of the activator's Service. */
export function activatorHost(
  { service: { name, namespace } }: Activator,
  cluster: Pick<ClusterFacts, 'domain'>,
): string {
  return serviceHost(name, namespace, cluster);
}

/** Hosts of a callee and its versions in the mesh, with their namespace. Empty for a callee outside the mesh. */
export function hostsInMesh(endpoint: Endpoint, cluster: Pick<ClusterFacts, 'domain'>): string[] {
  const { workload } = endpoint;
  if (workload === undefined) return [];
  const { namespace, versions, activator, runtime, replicas } = workload;
  const name = serviceOfEndpoint(endpoint);
  // The Service of a function is an ExternalName of its gateway: the mesh finds such names in the namespace of the
  // gateway.
  if (activator !== undefined && runtime !== undefined)
    return [serviceHost(name, namespace, cluster), activatorHost(activator, cluster)].map(
      (host) => `${activator.service.namespace}/${host}`,
    );
  return [
    ...[
      name,
      ...(versions === undefined ? [] : [versions.stable, versions.canary]),
      ...(replicas === undefined ? [] : [replicas.service]),
    ].map((service) => `${namespace}/${serviceHost(service, namespace, cluster)}`),
    // Routes to the callee lead to the activator.
    ...(activator === undefined ? [] : [`${activator.service.namespace}/${activatorHost(activator, cluster)}`]),
  ];
}
