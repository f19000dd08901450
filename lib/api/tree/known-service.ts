import type { IConstruct } from 'constructs';
import type { KnownService } from '../../checks';
import { type Endpoint, endpointId } from '../../program';
import { ENDPOINT } from '../caller-and-callee';
import { NAMESPACES, SERVICES, WORKLOADS } from './registry';
import { serviceIn } from './stated-objects';

/** Suffixes of Services that a delivery controller makes for the versions of a workload. */
const OF_VERSIONS = /-(?:primary|canary)$/;

/**
 * Service of a namespace that an app states or has a controller make: that of a workload, of its versions, of its
 * load balancer, or of something else.
 */
export function knownService(
  construct: IConstruct,
  cluster: string,
  namespace: string,
  name: string,
): KnownService | undefined {
  const workloadOf = (id: string) => WORKLOADS.entries(construct, endpointId(cluster, namespace, id))[0];
  const [own] = SERVICES.entries(construct, endpointId(cluster, namespace, name));
  if (own !== undefined) return { workload: own.node.path };
  const versioned = workloadOf(name.replace(OF_VERSIONS, ''));
  const { stable, canary } = endpointOf(versioned)?.workload?.versions ?? {};
  if ([stable, canary].includes(name)) return { workload: versioned!.node.path };
  const object = serviceIn(construct, namespace, name);
  if (object === undefined || !isInCluster(construct, cluster, namespace)) return undefined;
  const scope = object.node.scope;
  const endpoint = endpointOf(scope);
  if (endpoint === undefined) return {};
  return endpoint.workload?.cluster === cluster ? { workload: scope!.node.path } : undefined;
}

function endpointOf(construct: IConstruct | undefined): Endpoint | undefined {
  return (construct as { readonly [ENDPOINT]?: Endpoint } | undefined)?.[ENDPOINT];
}

function isInCluster(construct: IConstruct, cluster: string, namespace: string): boolean {
  return NAMESPACES.entries(construct, namespace).some((facts) => facts.cluster.name === cluster);
}
