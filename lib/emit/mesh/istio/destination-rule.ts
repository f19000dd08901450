import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import { DeploymentWorkload, Edge, meshEdges } from '../../../program';
import { Scaling } from '../../../values';
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

function toPodsPolicy({ settings, inbound }: DeploymentWorkload): TrafficPolicy {
  const { scaling, concurrency } = settings.values;
  const percent = ejectionPercent(scaling);
  return {
    loadBalancer: { simple: 'LEAST_REQUEST', localityLbSetting: ANY_LOCALITY },
    connectionPool: connectionPool(concurrency * Math.max(scaling.max, 1)),
    outlierDetection: percent === undefined ? NO_EJECTION : { ...OUTLIER_DETECTION, maxEjectionPercent: percent },
    ...retryBudget(meshEdges(inbound)),
  };
}

/**
 * Traffic policy for the activator: PASSTHROUGH to the ClusterIP, so that kube-proxy picks the pod. Its own proxy hears
 * of the first pod later than the node does, and would refuse the request that waits for it.
 */
function fromActivatorPolicy(facts: DeploymentWorkload): TrafficPolicy {
  const { scaling, concurrency } = facts.settings.values;
  const { tcp, http } = connectionPool(concurrency * Math.max(scaling.max, 1));
  return {
    loadBalancer: { simple: 'PASSTHROUGH', localityLbSetting: ANY_LOCALITY },
    connectionPool: { tcp: tcp!, http: { ...http, maxRequestsPerConnection: REQUESTS_A_CONNECTION } },
    // All pods are one host here, which an ejection would take away.
    outlierDetection: NO_EJECTION,
    // Without the pods' metadata, proxies cannot decide by themselves to use mutual TLS.
    tls: { mode: 'ISTIO_MUTUAL' },
  };
}

/** Bounds on the concurrent requests of one caller's proxy. A shorter queue would refuse bursts. */
export function connectionPool(limit: number): NonNullable<TrafficPolicy['connectionPool']> {
  return {
    tcp: { maxConnections: limit, connectTimeout: CONNECT_TIMEOUT },
    http: { http1MaxPendingRequests: limit, http2MaxRequests: limit },
  };
}

/** Bounds on the retries of a call. */
export function retryBudget(edges: readonly Pick<Edge, 'policy'>[]): Pick<TrafficPolicy, 'retryBudget'> {
  return edges.some(({ policy }) => policy.retries !== undefined) ? { retryBudget: RETRY_BUDGET } : {};
}

/**
 * Percentage of replicas that outlier detection may eject: one of the fewest replicas, at most half.
 *
 * Envoy ejects a replica only within the percentage: Istio's own 10 does nothing below ten replicas.
 * Undefined where a second replica never runs.
 */
export function ejectionPercent({ min, max }: Scaling): number | undefined {
  return max < 2 ? undefined : Math.min(Math.ceil(100 / Math.max(min, 1)), 50);
}
