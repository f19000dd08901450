import { type DeploymentWorkload, serviceOf } from '../../../program';
import { serviceHost } from './hosts';
import type { Destination } from './http-route';

type RoutedFacts = Pick<DeploymentWorkload, 'name' | 'adopts' | 'namespace' | 'cluster' | 'delivery'>;

/** Destinations of requests to a microservice: its Service, or the Services of its versions. */
export function destinationsOf(facts: RoutedFacts): Destination[] {
  const {
    namespace,
    cluster,
    delivery: { versions, canaryWeight },
  } = facts;
  const host = (service: string) => serviceHost(service, namespace, cluster);
  if (versions === undefined) return [{ host: host(serviceOf(facts)) }];
  return [
    { host: host(versions.stable), weight: 100 - canaryWeight },
    { host: host(versions.canary), weight: canaryWeight },
  ];
}

/** Hosts that requests to a microservice are sent to, and those of its versions. */
export function hostsOf(facts: RoutedFacts): string[] {
  const {
    namespace,
    cluster,
    delivery: { versions },
  } = facts;
  return [serviceOf(facts), ...(versions === undefined ? [] : [versions.stable, versions.canary])].map((service) =>
    serviceHost(service, namespace, cluster),
  );
}
