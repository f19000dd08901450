/** Connect timeout of proxies: within a cluster a second is long, and Istio's 10 s use up most timeouts. */
export const CONNECT_TIMEOUT = '1s';

/** Thresholds and times of outlier detection: Istio's own values, written out. */
export const OUTLIER_DETECTION = { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s' } as const;

/**
 * Outlier detection that ejects nothing. Without the block, a rule inherits that of the mesh's `defaultTrafficPolicy`
 * from Istio 1.31 on.
 */
export const NO_EJECTION = { consecutive5xxErrors: 0, consecutiveGatewayErrors: 0 } as const;

/**
 * Locality settings that leave the choice of replicas to load balancing. Ejection, even one that is off, would send
 * everything to the replicas of the caller's zone, and a rule without them inherits those of the mesh.
 */
export const ANY_LOCALITY = { enabled: false } as const;

/** Namespaces that see the rules and routes of a microservice: all. Without them, the mesh's default would count. */
export const EXPORTED_TO = ['*'] as const;

/** Percentage of concurrent retries among concurrent requests, and their least number: Envoy's own values. */
export const RETRY_BUDGET = { percent: 20, minRetryConcurrency: 3 } as const;

/**
 * Requests per connection where nodes spread connections. Otherwise the connections of a first burst would stay with
 * the first replica.
 */
export const REQUESTS_A_CONNECTION = 100;

/** Concurrent requests to an external service, whose replicas are unknown: Envoy's own bound. */
export const EXTERNAL_REQUESTS = 1024;

/** Port of istiod for certificates and configuration of proxies. */
export const ISTIOD_PORT = 15012;

/** Port of a pod's proxy for its own metrics and the application's merged ones. */
export const METRICS_PORT = 15020;

/** Ports that the proxy listens on itself: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
export const PROXY_PORTS = [15000, 15001, 15002, 15004, 15006, 15008, 15020, 15021, 15053, 15090];

/** Containers that injection adds. It would merge another container of such a name with the proxy's. */
export const PROXY_CONTAINERS = ['istio-proxy', 'istio-init', 'istio-validation'];

/** User of the proxy, whose traffic is not captured. */
export const PROXY_USER = 1337;

/** Upper bounds in milliseconds of Envoy's histograms, which Istio leaves as they are. */
export const DURATION_BOUNDS = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000, 300000, 600000, 1800000, 3600000,
];
