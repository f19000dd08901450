import { Duration, Testing } from 'cdk8s';
import {
  ApplicationStack,
  Backlog,
  BacklogSource,
  CallOptions,
  ExposeOptions,
  HorizontalPodAutoscaling,
  IstioMesh,
  Keda,
  KedaHttpAddOnOptions,
  Microservice,
  MicroserviceProps,
  MicroserviceReference,
  Objective,
  Platform,
  PlatformProps,
  Port,
  Retries,
  Rollout,
  Scaling,
  ScalingMetric,
} from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { isError } from '../../lib/errors';
import { MEASURED, scaled } from '../emit/scaling/program';
import { findingsOf } from './cases';

/** A microservice that scales to zero, such that a code finds fault with it, and one that is right. */
interface Case {
  readonly name: string;
  readonly bad: () => Microservice;
  readonly good?: () => Microservice;
  readonly given: string;
  readonly allowed?: string;
  readonly path?: string;
}

const ACTIVATED: PlatformProps = {
  ...MEASURED,
  autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' }, httpAddOn: {} }),
};
const { mesh: _, ...MESHLESS } = ACTIVATED;
const on = (...metrics: ScalingMetric[]) => Scaling.on(metrics, { min: 0, max: 9 });
const ZERO = on(ScalingMetric.concurrency(20));

function zero(props: Partial<MicroserviceProps> = {}, platform = ACTIVATED, scaling = ZERO): Microservice {
  return scaled(scaling, platform, { lifecycle: { startupTime: Duration.seconds(10) }, ...props });
}

/** One that nobody calls. */
function alone(scaling: Scaling): Microservice {
  return new Microservice(new ApplicationStack(Testing.app(), 'shop', { platform: new Platform(ACTIVATED) }), 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(80)],
    scaling,
  });
}

/** One that is called by streams. */
function streamed(scaling: Scaling): Microservice {
  const cart = zero({}, ACTIVATED, scaling);
  new Microservice(cart.node.scope!, 'ads', { image: 'acme/ads:1' }).calls(cart, { streaming: true });
  return cart;
}

/** The same, which another one calls. */
function called(options: CallOptions, props: Partial<MicroserviceProps> = {}): Microservice {
  const cart = zero(props);
  new Microservice(cart.node.scope!, 'ads', { image: 'acme/ads:1' }).calls(cart, options);
  return cart;
}

function exposed(platform: PlatformProps, options: ExposeOptions): Microservice {
  const cart = zero({}, platform);
  cart.expose(options);
  return cart;
}

function describeHeld(code: string, cases: readonly Case[]): void {
  describe(`${code}: ${CATALOGUE.get(code)!.title}`, () => {
    test.each(cases)('$name', ({ bad, good = () => zero(), given, allowed, path = 'shop/cart' }) => {
      expect(findingsOf(bad().node.root).filter((finding) => finding.code === code)).toContainEqual(
        expect.objectContaining({
          path,
          severity: CATALOGUE.get(code)!.severity,
          given: expect.stringContaining(given),
          fix: expect.stringMatching(/.{8}/),
          ...(allowed !== undefined && { allowed: expect.stringContaining(allowed) }),
        }),
      );
      expect(findingsOf(good().node.root).filter((finding) => finding.code === code || isError(finding))).toEqual([]);
    });
  });
}

const two = [Port.http(80), Port.http(81, { name: 'admin' })];
const refers =
  (autoscaling: Keda | HorizontalPodAutoscaling, port = Port.http(80)) =>
  () => {
    const cart = scaled(Scaling.fixed(2), { ...MEASURED, autoscaling });
    cart.calls(new MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [port], scalesToZero: true }));
    return cart;
  };

describeHeld('MS6014', [
  {
    name: 'a canary',
    given: 'its rollout is a canary',
    bad: () => zero({ lifecycle: { rollout: Rollout.canary({ analysis: false }) } }),
  },
  {
    name: 'blue and green',
    given: 'its rollout is a blue',
    bad: () => zero({ lifecycle: { rollout: Rollout.blueGreen() } }),
  },
  { name: 'no address', given: 'it is headless', bad: () => zero({ pod: { headless: true } }) },
  {
    name: 'a load balancer',
    given: 'it is exposed by a load balancer of its own',
    bad: () => exposed(MESHLESS, { host: 'shop.example.com', public: true }),
    good: () => exposed(ACTIVATED, { host: 'shop.example.com', public: true }),
  },
  {
    name: 'bytes',
    given: 'ads connects to port 5432, which speaks tcp',
    bad: () => {
      const cart = scaled(ZERO, ACTIVATED, { ports: [Port.http(80), Port.tcp(5432)], pod: { headless: false } });
      new Microservice(cart.node.scope!, 'ads', { image: 'acme/ads:1' }).calls(cart, { port: 5432 });
      return cart;
    },
  },
  {
    name: 'two ports',
    given: 'requests go to ports 80 and 81',
    allowed: 'one port',
    bad: () => {
      const cart = zero({ ports: two });
      const ads = new Microservice(cart.node.scope!, 'ads', { image: 'acme/ads:1' });
      ads.calls(cart, { port: 80, addressEnv: 'A' });
      ads.calls(cart, { port: 81, addressEnv: 'B' });
      return cart;
    },
  },
  {
    name: 'the namespace of what holds requests',
    given: 'is in shop, the namespace of the activator',
    bad: () => zero({}, { ...MEASURED, autoscaling: new Keda({ httpAddOn: { namespace: 'shop' } }) }),
  },
  {
    name: 'latency',
    given: 'it is scaled on latency',
    bad: () => zero({}, ACTIVATED, on(ScalingMetric.concurrency(20), ScalingMetric.latency(95, Duration.millis(250)))),
  },
  {
    name: 'half a request',
    given: 'it is scaled on 0.5 requests a second a replica',
    allowed: 'whole numbers from 1',
    bad: () => zero({}, ACTIVATED, on(ScalingMetric.requestsPerSecond(0.5))),
  },
  {
    name: 'streams that no rate counts',
    given: 'it is scaled only on requests a second, and ads has streams',
    allowed: 'counts streams',
    bad: () => streamed(on(ScalingMetric.requestsPerSecond(5))),
    good: () => streamed(on(ScalingMetric.requestsPerSecond(5), ScalingMetric.concurrency(20))),
  },
  {
    name: 'a reference on a platform that holds nothing',
    given: "the caller's platform has Keda",
    allowed: 'Keda with httpAddOn',
    bad: refers(new Keda()),
    good: refers(new Keda({ httpAddOn: {} })),
  },
  {
    name: 'a reference on another autoscaler',
    given: "the caller's platform has HorizontalPodAutoscaling",
    bad: refers(new HorizontalPodAutoscaling()),
    good: refers(new Keda({ httpAddOn: {} })),
  },
  {
    name: 'a reference that takes bytes',
    given: 'its reference says scalesToZero, and port 5432 speaks tcp',
    bad: refers(new Keda({ httpAddOn: {} }), Port.tcp(5432)),
    good: refers(new Keda({ httpAddOn: {} })),
  },
]);

describeHeld('MS6015', [
  {
    name: 'a timeout',
    given: 'its timeout is 14999 ms; a start takes up to 15 s = 5 s reaction + 10 s lifecycle.startupTime',
    allowed: '15000 ms or more',
    bad: () => called({ timeout: Duration.millis(14_999) }),
    good: () => called({ timeout: Duration.seconds(15) }),
  },
  {
    name: 'one attempt of several',
    given: 'its perTryTimeout is 10000 ms',
    bad: () =>
      called({
        timeout: Duration.seconds(30),
        idempotent: true,
        retries: Retries.upTo(1, { perTryTimeout: Duration.seconds(10) }),
      }),
    good: () =>
      called({
        timeout: Duration.seconds(31),
        idempotent: true,
        retries: Retries.upTo(1, { perTryTimeout: Duration.seconds(15) }),
      }),
  },
  {
    name: 'a default start',
    given: 'up to 65 s = 5 s reaction + 60 s lifecycle.startupTime',
    bad: () => called({ timeout: Duration.seconds(30) }, { lifecycle: { startupTime: Duration.seconds(60) } }),
    good: () => called({}),
  },
]);

describeHeld('MS6016', [
  {
    name: 'an objective',
    given: 'requests are held for up to 15 s before any series counts them',
    bad: () => zero({ objectives: [Objective.availability(99.9)] }),
    good: () => scaled(Scaling.onCpu({ min: 2, max: 9 }), ACTIVATED, { objectives: [Objective.availability(99.9)] }),
  },
]);

describeHeld('MS6017', [
  {
    name: 'retries',
    given: 'retries of ads go to the activator, which others share',
    bad: () => called({ idempotent: true, retries: Retries.upTo(1) }),
    good: () => called({ idempotent: true }),
  },
]);

const httpAddOn = (options: KedaHttpAddOnOptions) => () =>
  zero({}, { ...MEASURED, autoscaling: new Keda({ httpAddOn: options }) });
const stated = (name: string, options: KedaHttpAddOnOptions, given: string): Case => ({
  name,
  path: 'shop',
  given,
  bad: httpAddOn(options),
  good: httpAddOn({ namespace: 'scaling' }),
});

describeHeld('MS6012', [
  stated('a namespace', { namespace: 'Keda' }, "it was 'Keda'"),
  stated('a Service', { interceptorService: 'proxy.keda' }, "it was 'proxy.keda'"),
  stated('a service account', { interceptorServiceAccount: '' }, "it was ''"),
  {
    ...stated(
      'a service account with a space',
      { interceptorServiceAccount: 'the interceptor' },
      "it was 'the interceptor'",
    ),
    good: httpAddOn({ interceptorServiceAccount: 'add-on.interceptor' }),
  },
  stated('a port', { interceptorPort: 0 }, 'it was 0'),
  stated('a port of pods', { interceptorTargetPort: 70_000 }, 'it was 70000'),
  stated('no labels', { interceptorLabels: {} }, 'it was none'),
  stated('an address without a port', { scalerAddress: 'scaler.keda' }, "it was 'scaler.keda'"),
  stated('half a second', { reaction: Duration.millis(500) }, 'it was 0.5 s'),
]);

const orders = Backlog.nats(100, { stream: 'orders', consumer: 'cart' });

describeHeld('MS6002', [
  {
    name: 'nobody asks',
    given: 'min was 0, and it has no callers',
    allowed: 'an exposure',
    bad: () => alone(ZERO),
    good: () =>
      alone(
        on(
          ScalingMetric.concurrency(20),
          ScalingMetric.schedule({ start: '0 8 * * *', end: '0 18 * * *', timezone: 'UTC', replicas: 2 }),
        ),
      ),
  },
  {
    name: 'nothing holds requests',
    given: 'its requests come from web',
    allowed: 'Keda with httpAddOn',
    bad: () =>
      zero({}, { ...MEASURED, autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }) }),
  },
  {
    name: 'something holds requests, and a backlog is scaled on alone',
    given: 'its requests come from web',
    bad: () =>
      zero(
        {},
        ACTIVATED,
        on(ScalingMetric.backlog(orders, 5, BacklogSource.nats({ monitoringEndpoint: 'nats:8222' }))),
      ),
    good: () =>
      zero(
        {},
        ACTIVATED,
        on(
          ScalingMetric.backlog(orders, 5, BacklogSource.nats({ monitoringEndpoint: 'nats:8222' })),
          ScalingMetric.concurrency(20),
        ),
      ),
  },
]);

describeHeld('MS6003', [
  {
    name: 'requests without Prometheus and without what holds them',
    given: 'its prometheus is not stated',
    allowed: 'Keda with prometheus or Keda with httpAddOn',
    bad: () => zero({}, { ...MEASURED, autoscaling: new Keda() }),
  },
  {
    name: 'requests that could be held, and no port that answers any',
    given: 'and no port answers requests that could be held',
    bad: () => zero({ ports: [Port.tcp(5432)] }, { ...MEASURED, autoscaling: new Keda({ httpAddOn: {} }) }),
  },
]);

describe('MS4002: callers are not told apart without a mesh', () => {
  const lost = (platform: PlatformProps) =>
    findingsOf(zero({}, platform).node.root)
      .filter(({ code, path }) => code === 'MS4002' && path === 'shop/cart')
      .map(({ given }) => given);

  test('by what holds requests for all', () => {
    expect(lost(MESHLESS)).toEqual([
      expect.stringContaining('a caller that may reach the activator reaches every microservice behind it'),
    ]);
    expect(lost({ ...ACTIVATED, mesh: new IstioMesh() })).toEqual([]);
  });
});

test('nothing else is found, and no line of the program says who holds requests', () => {
  const program = (platform: PlatformProps) => findingsOf(zero({}, platform).node.root).filter(isError);
  expect([program(ACTIVATED), program(MESHLESS)]).toEqual([[], []]);
  expect(zero().node.scope).toBeInstanceOf(ApplicationStack);
});
