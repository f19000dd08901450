import type { FeatureSupport } from '../../program';

/** Features of a mesh that statements need. */
export enum MeshFeature {
  MUTUAL_TLS = 'mutual TLS between microservices',
  AUTHORIZATION = 'authorization by service account',
  REQUEST_AUTHORIZATION = 'authorization by method and path',
  EGRESS_SCOPE = 'calls to declared callees only',
  RETRY_BUDGET = 'retry budgets',
  ACTIVATOR_ROUTES = 'routes to an activator',
  TRAFFIC_SPLIT = 'requests split between versions',
  LOAD_BALANCING = 'balancing by request',
  CONNECTION_POOLS = 'bounds on concurrent requests',
  OUTLIER_DETECTION = 'ejection of failing replicas',
  TLS_ORIGINATION = 'TLS towards external services',
  TELEMETRY = 'spans and access logs of proxies',
  GATEWAY_EXPOSURE = 'exposure by an ingress gateway',
  LOAD_BALANCER_EXPOSURE = "exposure by a load balancer of the microservice's own",
}

/** Support of every feature by a mesh. */
export type FeatureTable = Readonly<Record<MeshFeature, FeatureSupport>>;
