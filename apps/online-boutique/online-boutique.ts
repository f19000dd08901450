import { Duration, Size } from 'cdk8s';
import { ContainerResources, Cpu } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  ApplicationStack,
  ExposeOptions,
  Microservice,
  MicroserviceProps,
  Objective,
  Platform,
  Port,
  Probe,
  Retries,
  Rollout,
  Scaling,
  Volume,
} from '../../lib';

/** Rollouts of the microservices that a purchase depends on. */
export interface PurchaseRollouts {
  readonly frontend: Rollout;
  readonly checkout: Rollout;
}

/** Differences between environments beside their platforms. */
export interface OnlineBoutiqueOptions {
  /**
   * Scaling of the microservices that every page needs.
   *
   * @default - as all others
   */
  readonly busy?: Scaling;

  /**
   * Exposure of the frontend to customers.
   *
   * @default - not at all
   */
  readonly exposure?: ExposeOptions;

  /**
   * Rollouts of the frontend and of checkout.
   *
   * @default - as those of all others
   */
  readonly rollouts?: PurchaseRollouts;
}

/** Online Boutique of https://github.com/GoogleCloudPlatform/microservices-demo: 12 microservices and 16 calls. */
export function onlineBoutique(
  scope: Construct,
  platform: Platform,
  options: OnlineBoutiqueOptions = {},
): ApplicationStack {
  const { busy, exposure, rollouts } = options;
  const stack = new ApplicationStack(scope, 'online-boutique', {
    platform,
    defaults: {
      resources: resources({ cpu: [100, 200], memory: [64, 128] }),
      // Most of the images name no user; the kubelet refuses to run those as root.
      security: { runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 },
      lifecycle: { longestRequest: Duration.seconds(5) },
    },
  });

  /** A server that is told its port, and answers the health check of gRPC. */
  const grpcServer = (name: string, port: Port, facts: Partial<MicroserviceProps> = {}) =>
    new Microservice(stack, name, {
      image: image(name),
      ports: [port],
      probes: { readiness: Probe.grpc(), liveness: Probe.grpc() },
      ...facts,
      env: { PORT: `${port.targetPort}`, ...facts.env },
    });
  // Google Cloud's profiler, which these images would look for.
  const noProfiler = { DISABLE_PROFILER: '1' };

  const ads = grpcServer('adservice', Port.grpc(9555), {
    resources: resources({ cpu: [200, 300], memory: [180, 300] }),
  });
  const catalog = grpcServer('productcatalogservice', Port.grpc(3550), { env: noProfiler, scaling: busy });
  const checkout = grpcServer('checkoutservice', Port.grpc(5050), {
    lifecycle: { rollout: rollouts?.checkout, longestRequest: Duration.seconds(10) },
    objectives: [Objective.availability(99.9), Objective.latency(95, Duration.millis(2500))],
  });
  const currency = grpcServer('currencyservice', Port.grpc(7000), { env: noProfiler, scaling: busy });
  const email = grpcServer('emailservice', Port.grpc(5000, { targetPort: 8080 }), { env: noProfiler });
  const payment = grpcServer('paymentservice', Port.grpc(50051), { env: noProfiler });
  const recommendations = grpcServer('recommendationservice', Port.grpc(8080), {
    env: noProfiler,
    resources: resources({ cpu: [100, 200], memory: [220, 450] }),
  });
  const shipping = grpcServer('shippingservice', Port.grpc(50051), { env: noProfiler });

  const carts = new Microservice(stack, 'cartservice', {
    image: image('cartservice'),
    ports: [Port.grpc(7070)],
    probes: { readiness: Probe.grpc(), liveness: Probe.grpc() },
    resources: resources({ cpu: [200, 300], memory: [64, 128] }),
    scaling: busy,
  });

  const cartStore = new Microservice(stack, 'redis-cart', {
    // Upstream's `redis:alpine` becomes another program on the day that a node pulls it again.
    image: 'redis:8.2.1-alpine@sha256:987c376c727652f99625c7d205a1cba3cb2c53b92b0b62aade2bd48ee1593232',
    metadata: { component: 'database' },
    ports: [Port.tcp(6379, { name: 'redis' })],
    // Snapshots: the old one and the new one, each at most as large as the memory.
    pod: { mounts: [Volume.emptyDir('redis-data', { sizeLimit: Size.mebibytes(512) }).at('/data')] },
    resources: resources({ cpu: [70, 125], memory: [200, 256] }),
    // Two would each hold half of the carts, also while one replaces the other.
    scaling: Scaling.fixed(1),
    lifecycle: { rollout: Rollout.recreate() },
  });

  const frontend = new Microservice(stack, 'frontend', {
    image: image('frontend'),
    ports: [Port.http(80, { targetPort: 8080 })],
    env: {
      PORT: '8080',
      ENABLE_PROFILER: '0',
      // No call: the assistant is not part of the shop, but the frontend does not start without its address.
      SHOPPING_ASSISTANT_SERVICE_ADDR: 'shoppingassistantservice:80',
    },
    probes: {
      // Without the cookie, each probe would open a session.
      readiness: Probe.http('/_healthz', { headers: { Cookie: 'shop_session-id=x-readiness-probe' } }),
      liveness: Probe.http('/_healthz', { headers: { Cookie: 'shop_session-id=x-liveness-probe' } }),
    },
    // An order, and the page that confirms it.
    lifecycle: { longestRequest: Duration.seconds(15), rollout: rollouts?.frontend },
    scaling: busy,
    objectives: [
      Objective.availability(99.9),
      Objective.latency(99, Duration.seconds(1)),
      // What pays for all the rest.
      Objective.availability(99.5, { route: { name: 'place-order', methods: ['POST'], paths: ['/cart/checkout'] } }),
    ],
  });
  if (exposure !== undefined) frontend.expose(exposure);

  const loadGenerator = new Microservice(stack, 'loadgenerator', {
    image: image('loadgenerator'),
    env: { USERS: '10', RATE: '1' },
    resources: resources({ cpu: [300, 500], memory: [256, 512] }),
    // Each replica would bring its own users.
    scaling: Scaling.fixed(1),
    pod: {
      initContainers: [
        {
          name: 'frontend-check',
          image: 'busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d',
          command: ['sh', '-c', 'until wget -q -T 10 -O /dev/null "http://$FRONTEND_ADDR/"; do sleep 5; done'],
        },
      ],
    },
  });

  // What may be sent twice is tried again. Calls per request are averages over the pages that the load generator
  // visits.
  const repeatable = { timeout: Duration.seconds(1), idempotent: true, retries: Retries.upTo(2) };

  loadGenerator.calls(frontend, { addressEnv: 'FRONTEND_ADDR' });

  // The frontend itself waits no longer for advertisements.
  frontend.calls(ads, {
    addressEnv: 'AD_SERVICE_ADDR',
    timeout: Duration.millis(100),
    idempotent: true,
    soft: true,
    callsPerRequest: 0.6,
  });
  frontend.calls(carts, { addressEnv: 'CART_SERVICE_ADDR', timeout: Duration.seconds(2), callsPerRequest: 0.9 });
  frontend.calls(catalog, { ...repeatable, addressEnv: 'PRODUCT_CATALOG_SERVICE_ADDR', callsPerRequest: 4.7 });
  frontend.calls(checkout, {
    addressEnv: 'CHECKOUT_SERVICE_ADDR',
    timeout: Duration.seconds(10),
    callsPerRequest: 0.04,
  });
  frontend.calls(currency, { ...repeatable, addressEnv: 'CURRENCY_SERVICE_ADDR', callsPerRequest: 2.9 });
  frontend.calls(recommendations, {
    addressEnv: 'RECOMMENDATION_SERVICE_ADDR',
    timeout: Duration.seconds(1),
    idempotent: true,
    soft: true,
    callsPerRequest: 0.7,
  });
  frontend.calls(shipping, {
    ...repeatable,
    addressEnv: 'SHIPPING_SERVICE_ADDR',
    operation: { methods: ['GetQuote'] },
    callsPerRequest: 0.2,
  });

  checkout.calls(carts, {
    ...repeatable,
    addressEnv: 'CART_SERVICE_ADDR',
    operation: { methods: ['GetCart', 'EmptyCart'] },
    callsPerRequest: 2,
  });
  checkout.calls(catalog, { ...repeatable, addressEnv: 'PRODUCT_CATALOG_SERVICE_ADDR', callsPerRequest: 2 });
  checkout.calls(currency, { ...repeatable, addressEnv: 'CURRENCY_SERVICE_ADDR', callsPerRequest: 3 });
  checkout.calls(email, { addressEnv: 'EMAIL_SERVICE_ADDR', timeout: Duration.seconds(2), soft: true });
  checkout.calls(payment, { addressEnv: 'PAYMENT_SERVICE_ADDR', timeout: Duration.seconds(5) });
  checkout.calls(shipping, { addressEnv: 'SHIPPING_SERVICE_ADDR', timeout: Duration.seconds(2), callsPerRequest: 2 });

  recommendations.calls(catalog, { ...repeatable, addressEnv: 'PRODUCT_CATALOG_SERVICE_ADDR' });
  carts.calls(cartStore, { addressEnv: 'REDIS_ADDR' });

  return stack;
}

/** An image of the newest release. */
function image(name: string): string {
  return `us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/${name}:v0.10.6`;
}

/** Request and limit of CPU in thousandths of a core, and of memory in MiB. */
function resources({
  cpu,
  memory,
}: {
  readonly cpu: readonly [number, number];
  readonly memory: readonly [number, number];
}): ContainerResources {
  return {
    cpu: { request: Cpu.millis(cpu[0]), limit: Cpu.millis(cpu[1]) },
    memory: { request: Size.mebibytes(memory[0]), limit: Size.mebibytes(memory[1]) },
  };
}
