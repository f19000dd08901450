/** A value that manifests are made of. */
export type Fact = string | number | boolean | readonly Fact[] | { readonly [key: string]: Fact };

/**
 * What upstream's manifests of release v0.10.6 state of a workload; what they leave to the API's defaults is left out.
 */
export interface Facts {
  readonly [field: string]: Fact;
}

const COMMON = {
  podSecurity: { fsGroup: 1000, runAsGroup: 1000, runAsNonRoot: true, runAsUser: 1000 },
  containerSecurity: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    privileged: false,
    readOnlyRootFilesystem: true,
  },
};

const USUAL_RESOURCES = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } };

/** What upstream states of all gRPC servers; `served` and the probed port are numbers of the container. */
function grpcServer(
  name: string,
  port: number,
  served: number,
  facts: Facts & { readonly readiness?: Facts; readonly liveness?: Facts },
): Facts {
  return {
    ...COMMON,
    image: `us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/${name}:v0.10.6`,
    container: 'server',
    serviceAccount: name,
    selector: { app: name },
    ports: { grpc: { port, targetPort: served, containerPort: served, protocol: 'TCP' } },
    resources: USUAL_RESOURCES,
    ...facts,
    readiness: { grpc: { port: served }, ...facts.readiness },
    liveness: { grpc: { port: served }, ...facts.liveness },
  };
}

/** Upstream's facts, by workload. */
export const UPSTREAM: Readonly<Record<string, Facts>> = {
  adservice: grpcServer('adservice', 9555, 9555, {
    env: { PORT: '9555' },
    resources: { requests: { cpu: '200m', memory: '180Mi' }, limits: { cpu: '300m', memory: '300Mi' } },
    readiness: { initialDelaySeconds: 20, periodSeconds: 15 },
    liveness: { initialDelaySeconds: 20, periodSeconds: 15 },
    gracePeriod: 5,
  }),
  cartservice: grpcServer('cartservice', 7070, 7070, {
    env: { REDIS_ADDR: 'redis-cart:6379' },
    resources: { requests: { cpu: '200m', memory: '64Mi' }, limits: { cpu: '300m', memory: '128Mi' } },
    readiness: { initialDelaySeconds: 15 },
    liveness: { initialDelaySeconds: 15, periodSeconds: 10 },
    gracePeriod: 5,
  }),
  checkoutservice: grpcServer('checkoutservice', 5050, 5050, {
    env: {
      PORT: '5050',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      PAYMENT_SERVICE_ADDR: 'paymentservice:50051',
      EMAIL_SERVICE_ADDR: 'emailservice:5000',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
    },
  }),
  currencyservice: grpcServer('currencyservice', 7000, 7000, {
    env: { PORT: '7000', DISABLE_PROFILER: '1' },
    gracePeriod: 5,
  }),
  emailservice: grpcServer('emailservice', 5000, 8080, {
    env: { PORT: '8080', DISABLE_PROFILER: '1' },
    readiness: { periodSeconds: 5 },
    liveness: { periodSeconds: 5 },
    gracePeriod: 5,
  }),
  paymentservice: grpcServer('paymentservice', 50051, 50051, {
    env: { PORT: '50051', DISABLE_PROFILER: '1' },
    gracePeriod: 5,
  }),
  productcatalogservice: grpcServer('productcatalogservice', 3550, 3550, {
    env: { PORT: '3550', DISABLE_PROFILER: '1' },
    gracePeriod: 5,
  }),
  recommendationservice: grpcServer('recommendationservice', 8080, 8080, {
    env: { PORT: '8080', PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550', DISABLE_PROFILER: '1' },
    resources: { requests: { cpu: '100m', memory: '220Mi' }, limits: { cpu: '200m', memory: '450Mi' } },
    readiness: { periodSeconds: 5 },
    liveness: { periodSeconds: 5 },
    gracePeriod: 5,
  }),
  shippingservice: grpcServer('shippingservice', 50051, 50051, {
    env: { PORT: '50051', DISABLE_PROFILER: '1' },
    readiness: { periodSeconds: 5 },
  }),
  frontend: {
    ...COMMON,
    image: 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/frontend:v0.10.6',
    container: 'server',
    serviceAccount: 'frontend',
    selector: { app: 'frontend' },
    podAnnotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' },
    ports: { http: { port: 80, targetPort: 8080, containerPort: 8080, protocol: 'TCP' } },
    env: {
      PORT: '8080',
      PRODUCT_CATALOG_SERVICE_ADDR: 'productcatalogservice:3550',
      CURRENCY_SERVICE_ADDR: 'currencyservice:7000',
      CART_SERVICE_ADDR: 'cartservice:7070',
      RECOMMENDATION_SERVICE_ADDR: 'recommendationservice:8080',
      SHIPPING_SERVICE_ADDR: 'shippingservice:50051',
      CHECKOUT_SERVICE_ADDR: 'checkoutservice:5050',
      AD_SERVICE_ADDR: 'adservice:9555',
      SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
      ENABLE_PROFILER: '0',
    },
    readiness: {
      initialDelaySeconds: 10,
      httpGet: {
        path: '/_healthz',
        port: 8080,
        httpHeaders: [{ name: 'Cookie', value: 'shop_session-id=x-readiness-probe' }],
      },
    },
    liveness: {
      initialDelaySeconds: 10,
      httpGet: {
        path: '/_healthz',
        port: 8080,
        httpHeaders: [{ name: 'Cookie', value: 'shop_session-id=x-liveness-probe' }],
      },
    },
    resources: USUAL_RESOURCES,
  },
  'redis-cart': {
    ...COMMON,
    image: 'redis:alpine',
    container: 'redis',
    selector: { app: 'redis-cart' },
    ports: { 'tcp-redis': { port: 6379, targetPort: 6379, containerPort: 6379, protocol: 'TCP' } },
    readiness: { periodSeconds: 5, tcpSocket: { port: 6379 } },
    liveness: { periodSeconds: 5, tcpSocket: { port: 6379 } },
    resources: { requests: { cpu: '70m', memory: '200Mi' }, limits: { cpu: '125m', memory: '256Mi' } },
    volumes: { 'redis-data': { kind: 'emptyDir', mountedAt: '/data' } },
  },
  loadgenerator: {
    ...COMMON,
    image: 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/loadgenerator:v0.10.6',
    container: 'main',
    serviceAccount: 'loadgenerator',
    selector: { app: 'loadgenerator' },
    podAnnotations: { 'sidecar.istio.io/rewriteAppHTTPProbers': 'true' },
    env: { FRONTEND_ADDR: 'frontend:80', USERS: '10', RATE: '1' },
    resources: { requests: { cpu: '300m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    initContainers: {
      'frontend-check': {
        image: 'busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d',
        env: { FRONTEND_ADDR: 'frontend:80' },
        containerSecurity: COMMON.containerSecurity,
      },
    },
    restartPolicy: 'Always',
    gracePeriod: 5,
  },
};

/** The 16 calls: caller, callee, the port of the callee's container. */
export const CALLS: readonly (readonly [caller: string, callee: string, containerPort: number])[] = [
  ['cartservice', 'redis-cart', 6379],
  ['checkoutservice', 'cartservice', 7070],
  ['checkoutservice', 'currencyservice', 7000],
  ['checkoutservice', 'emailservice', 8080],
  ['checkoutservice', 'paymentservice', 50051],
  ['checkoutservice', 'productcatalogservice', 3550],
  ['checkoutservice', 'shippingservice', 50051],
  ['frontend', 'adservice', 9555],
  ['frontend', 'cartservice', 7070],
  ['frontend', 'checkoutservice', 5050],
  ['frontend', 'currencyservice', 7000],
  ['frontend', 'productcatalogservice', 3550],
  ['frontend', 'recommendationservice', 8080],
  ['frontend', 'shippingservice', 50051],
  ['loadgenerator', 'frontend', 8080],
  ['recommendationservice', 'productcatalogservice', 3550],
];
