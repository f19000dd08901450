import type { DeploymentWorkload } from '../../../program';
import { serviceHost } from './hosts';
import type { Destination } from './http-route';

type RoutedFacts = Pick<DeploymentWorkload, 'name' | 'namespace' | 'cluster' | 'delivery'>;

/** Destinations of requests to a microservice: its Service, or the Services of its versions. */
export function destinationsOf({
  name,
  namespace,
  cluster,
  delivery: { versions, canaryWeight },
}: RoutedFacts): Destination[] {
  const host = (service: string) => serviceHost(service, namespace, cluster);
  if (versions === undefined) return [{ host: host(name) }];
  return [
    { host: host(versions.stable), weight: 100 - canaryWeight },
    { host: host(versions.canary), weight: canaryWeight },
  ];
}

/** Hosts that requests to a microservice are sent to, and those of its versions. */
export function hostsOf({ name, namespace, cluster, delivery: { versions } }: RoutedFacts): string[] {
  return [name, ...(versions === undefined ? [] : [versions.stable, versions.canary])].map((service) =>
    serviceHost(service, namespace, cluster),
  );
}
