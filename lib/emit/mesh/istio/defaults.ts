/** How long a proxy tries to connect: within a cluster a second is long, and Istio's 10 s use up most timeouts. */
export const CONNECT_TIMEOUT = '1s';

/** When a replica is left out, and for how long: Istio's own values, written out. */
export const OUTLIER_DETECTION = { consecutive5xxErrors: 5, interval: '10s', baseEjectionTime: '30s' } as const;

/** Retries under way, in percent of all requests under way, and how many there may always be: Envoy's own values. */
export const RETRY_BUDGET = { percent: 20, minRetryConcurrency: 3 } as const;

/**
 * Requests after which a connection is made anew where nodes spread connections: else those that a first burst opened
 * would stay with the first replica.
 */
export const REQUESTS_A_CONNECTION = 100;

/** Requests under way to an external service, of which no number of replicas is known: Envoy's own bound. */
export const EXTERNAL_REQUESTS = 1024;

/** The port of istiod that proxies get certificates and configuration from. */
export const ISTIOD_PORT = 15012;

/** The port on which a pod's proxy serves its own metrics and, merged, the application's. */
export const METRICS_PORT = 15020;

/** Ports that the proxy listens on itself: https://istio.io/latest/docs/ops/deployment/application-requirements/ */
export const PROXY_PORTS = [15000, 15001, 15002, 15004, 15006, 15008, 15020, 15021, 15053, 15090];

/** The containers that injection adds; one of such a name would be merged with the proxy's. */
export const PROXY_CONTAINERS = ['istio-proxy', 'istio-init', 'istio-validation'];

/** The user that the proxy runs as; its traffic is not captured. */
export const PROXY_USER = 1337;

/** Upper bounds in milliseconds of Envoy's histograms, which Istio leaves as they are. */
export const DURATION_BOUNDS = [
  0.5, 1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000, 300000, 600000, 1800000, 3600000,
];
