import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import { DeploymentWorkload, Edge, meshEdges } from '../../../program';
import { Scaling } from '../../../values';
import { CONNECT_TIMEOUT, OUTLIER_DETECTION, REQUESTS_A_CONNECTION, RETRY_BUDGET } from './defaults';
import { serviceHost } from './hosts';

type Spec = NonNullable<IDestinationRule['spec']>;

/** The traffic policy of a destination. */
export type TrafficPolicy = NonNullable<Spec['trafficPolicy']>;

/**
 * How callers' proxies spread requests over the replicas of a microservice, or of one version of it, how many they
 * send, and when they leave one out.
 */
export function destinationRuleSpec(facts: DeploymentWorkload, service = facts.name): Spec {
  const { namespace, cluster, settings } = facts;
  const { scaling, concurrency } = settings.values;
  if (facts.activator !== undefined)
    return { host: serviceHost(service, namespace, cluster), trafficPolicy: fromActivatorPolicy(facts) };
  const percent = ejectionPercent(scaling);
  return {
    host: serviceHost(service, namespace, cluster),
    trafficPolicy: {
      // Ejection would otherwise send everything to the replicas of the caller's zone.
      loadBalancer: { simple: 'LEAST_REQUEST', localityLbSetting: { enabled: false } },
      connectionPool: connectionPool(concurrency * Math.max(scaling.max, 1)),
      ...(percent !== undefined && { outlierDetection: { ...OUTLIER_DETECTION, maxEjectionPercent: percent } }),
      ...retryBudget(meshEdges(facts.inbound)),
    },
  };
}

/**
 * How what holds requests sends them on: to the Service's address, where its node sends connections to a pod. Its proxy
 * would hear of the first
 * pod from istiod later than it does from Kubernetes, and refuse the request that it has held for it.
 */
function fromActivatorPolicy(facts: DeploymentWorkload): TrafficPolicy {
  const { scaling, concurrency } = facts.settings.values;
  const { tcp, http } = connectionPool(concurrency * Math.max(scaling.max, 1));
  return {
    loadBalancer: { simple: 'PASSTHROUGH' },
    connectionPool: { tcp: tcp!, http: { ...http, maxRequestsPerConnection: REQUESTS_A_CONNECTION } },
    // Nothing is known of the pods by which proxies would decide it themselves.
    tls: { mode: 'ISTIO_MUTUAL' },
  };
}

/** Bounds on what one caller's proxy has under way: no queue may be shorter, or bursts would be refused. */
export function connectionPool(limit: number): NonNullable<TrafficPolicy['connectionPool']> {
  return {
    tcp: { maxConnections: limit, connectTimeout: CONNECT_TIMEOUT },
    http: { http1MaxPendingRequests: limit, http2MaxRequests: limit },
  };
}

/** Bounds on retries, where a call is retried. */
export function retryBudget(edges: readonly Pick<Edge, 'policy'>[]): Pick<TrafficPolicy, 'retryBudget'> {
  return edges.some(({ policy }) => policy.retries !== undefined) ? { retryBudget: RETRY_BUDGET } : {};
}

/**
 * The percentage of replicas that may be left out: one at the fewest replicas, never more than half.
 *
 * Envoy leaves one out only while that keeps within the percentage: Istio's own 10 does nothing below ten replicas.
 * Nothing where there is never a second one.
 */
export function ejectionPercent({ min, max }: Scaling): number | undefined {
  return max < 2 ? undefined : Math.min(Math.ceil(100 / Math.max(min, 1)), 50);
}
