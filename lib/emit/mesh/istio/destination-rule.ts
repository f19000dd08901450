import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import { DeploymentWorkload, Edge, meshEdges, originOf } from '../../../program';
import { InternalTrafficPolicy, Port, Scaling } from '../../../values';
import { exposedPorts } from '../../kubernetes';
import {
  ANY_LOCALITY,
  CONNECT_TIMEOUT,
  NO_EJECTION,
  OUTLIER_DETECTION,
  REQUESTS_A_CONNECTION,
  RETRY_BUDGET,
} from './defaults';
import { serviceHost } from './hosts';

type Spec = NonNullable<IDestinationRule['spec']>;

/** Traffic policy of a DestinationRule. */
export type TrafficPolicy = NonNullable<Spec['trafficPolicy']>;

/**
 * Traffic policy of callers' proxies for a microservice or one version of it: load balancing, connection pool and
 * outlier detection.
 */
export function destinationRuleSpec(facts: DeploymentWorkload, service = facts.name): Spec {
  const { namespace, cluster } = facts;
  return {
    host: serviceHost(service, namespace, cluster),
    trafficPolicy: facts.activator === undefined ? toPodsPolicy(facts) : fromActivatorPolicy(facts),
  };
}

function toPodsPolicy(facts: DeploymentWorkload): TrafficPolicy {
  const percent = isOnAllNodes(facts) ? MOST_EJECTED : ejectionPercent(facts.settings.values.scaling);
  return {
    ...policyByPort(facts.ports, unboundedPorts(facts), (isBounded) => ({
      loadBalancer: { simple: 'LEAST_REQUEST', localityLbSetting: ANY_LOCALITY },
      connectionPool: connectionPool(isBounded ? requestLimit(facts) : undefined),
      outlierDetection: percent === undefined ? NO_EJECTION : { ...OUTLIER_DETECTION, maxEjectionPercent: percent },
    })),
    ...retryBudget(meshEdges(facts.inbound)),
  };
}

/** Policy of some ports, but for its retry budget: Istio has none for a port. */
type PortPolicy = Omit<NonNullable<TrafficPolicy['portLevelSettings']>[number], 'port'>;

/** Policy of a host, and of the ports without bounds where others have some. A port takes nothing from the host. */
export function policyByPort(
  ports: readonly Port[],
  unbounded: readonly Port[],
  policyOf: (isBounded: boolean) => PortPolicy,
): TrafficPolicy {
  if (unbounded.length === 0) return policyOf(true);
  const isMixed = ports.some((port) => port.protocol.transport === 'TCP' && !unbounded.includes(port));
  return {
    ...policyOf(isMixed),
    ...(isMixed && { portLevelSettings: unbounded.map(({ number }) => ({ port: { number }, ...policyOf(false) })) }),
  };
}

/** True for an agent whose callers reach its pods on all nodes. Their number is not known. */
function isOnAllNodes({ perNode }: DeploymentWorkload): boolean {
  return perNode?.internalTrafficPolicy === InternalTrafficPolicy.CLUSTER;
}

/** Most requests at once of all replicas. Undefined where their number is not known. */
export function requestLimit(facts: DeploymentWorkload): number | undefined {
  const { scaling, concurrency } = facts.settings.values;
  if (isOnAllNodes(facts)) return undefined;
  return concurrency * Math.max(scaling.max, 1);
}

/**
 * Ports that the library's own concurrency does not bound: it is about requests that end, and connections and streams
 * stay. A stated one bounds every port.
 */
function unboundedPorts(facts: DeploymentWorkload): Port[] {
  if (originOf(facts.settings, 'concurrency') !== 'library') return [];
  const exposed = exposedPorts(facts).map(({ number }) => number);
  return lastingPorts(facts.ports, facts.inbound).filter(
    ({ protocol, number }) => !protocol.hasRequests || !exposed.includes(number),
  );
}

/** Ports that carry connections of bytes, or streams alone: neither ends with an answer. */
export function lastingPorts(ports: readonly Port[], inbound: readonly Pick<Edge, 'port' | 'options'>[]): Port[] {
  return ports.filter(({ protocol, number }) => {
    if (protocol.hasRequests) {
      const calls = inbound.filter(({ port }) => port?.number === number);
      return calls.length > 0 && calls.every(({ options }) => options.streaming === true);
    }
    return protocol.transport === 'TCP';
  });
}

/**
 * Traffic policy for the activator: PASSTHROUGH to the ClusterIP, so that kube-proxy picks the pod. Its own proxy hears
 * of the first pod later than the node does, and would refuse the request that waits for it.
 */
function fromActivatorPolicy(facts: DeploymentWorkload): TrafficPolicy {
  const { tcp, http } = connectionPool(unboundedPorts(facts).length > 0 ? undefined : requestLimit(facts));
  return {
    loadBalancer: { simple: 'PASSTHROUGH', localityLbSetting: ANY_LOCALITY },
    connectionPool: { tcp: tcp!, http: { ...http, maxRequestsPerConnection: REQUESTS_A_CONNECTION } },
    // All pods are one host here, which an ejection would take away.
    outlierDetection: NO_EJECTION,
    // Without the pods' metadata, proxies cannot decide by themselves to use mutual TLS.
    tls: { mode: 'ISTIO_MUTUAL' },
  };
}

/** Bounds on the concurrent requests of one caller's proxy, or none. A shorter queue would refuse bursts. */
export function connectionPool(limit: number | undefined): NonNullable<TrafficPolicy['connectionPool']> {
  return {
    tcp: { ...(limit !== undefined && { maxConnections: limit }), connectTimeout: CONNECT_TIMEOUT },
    ...(limit !== undefined && { http: { http1MaxPendingRequests: limit, http2MaxRequests: limit } }),
  };
}

/** Bounds on the retries of a call. */
export function retryBudget(edges: readonly Pick<Edge, 'policy'>[]): Pick<TrafficPolicy, 'retryBudget'> {
  return edges.some(({ policy }) => policy.retries !== undefined) ? { retryBudget: RETRY_BUDGET } : {};
}

/** Most replicas that outlier detection may eject, in percent: half of them. */
const MOST_EJECTED = 50;

/**
 * Percentage of replicas that outlier detection may eject: one of the fewest replicas, at most half.
 *
 * Envoy ejects a replica only within the percentage: Istio's own 10 does nothing below ten replicas.
 * Undefined where a second replica never runs.
 */
export function ejectionPercent({ min, max }: Scaling): number | undefined {
  return max < 2 ? undefined : Math.min(Math.ceil(100 / Math.max(min, 1)), MOST_EJECTED);
}
