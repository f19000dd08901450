import { App, Duration, Testing } from 'cdk8s';
import {
  ApplicationStack,
  CallOptions,
  ClusterFacts,
  IstioMesh,
  Keda,
  Mesh,
  Microservice,
  MicroserviceProps,
  NoMesh,
  Platform,
  Port,
  Scaling,
  ScalingMetric,
} from '../../../../lib';
import { find, synthesize } from '../../../support/manifests';

interface Stated {
  readonly mesh?: Mesh;
  readonly props?: Partial<MicroserviceProps>;
  readonly call?: CallOptions;
  readonly reaction?: Duration;
}

function routeOf({ mesh = new NoMesh(), props = {}, call = {}, reaction }: Stated = {}) {
  const autoscaling = new Keda({ httpAddOn: { ...(reaction !== undefined && { reaction }) } });
  const stack = new ApplicationStack(Testing.app(), 'shop', {
    platform: new Platform({ mesh, autoscaling, cluster: new ClusterFacts({ domain: 'example.org' }) }),
  });
  const cart = new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(9090, { servesMetrics: true, name: 'metrics' }), Port.http(80, { targetPort: 8080 })],
    lifecycle: { startupTime: Duration.seconds(10), longestRequest: Duration.minutes(10) },
    scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }),
    ...props,
  });
  new Microservice(stack, 'web', { image: 'acme/web:1' }).calls(cart, { port: 80, ...call });
  return find(synthesize(stack.node.root as App), 'InterceptorRoute', 'cart').spec;
}

test("requests go on to the Service's port that is called", () => {
  expect(routeOf().target).toEqual({ service: 'cart', port: 80 });
});

test('without a mesh it is known by every name of what callers address, of which none means another one', () => {
  expect(routeOf().rules).toEqual([
    { hosts: ['cart-activator.shop', 'cart-activator.shop.svc', 'cart-activator.shop.svc.example.org'] },
  ]);
});

test('in a mesh it is known by the one name that routes write', () => {
  expect(routeOf({ mesh: new IstioMesh() }).rules).toEqual([{ hosts: ['cart.shop.svc.example.org'] }]);
});

test('rates say over which time they are counted', () => {
  expect(routeOf().scalingMetric).toEqual({ concurrency: { targetValue: 20 } });
  const both = Scaling.on([ScalingMetric.requestsPerSecond(50), ScalingMetric.concurrency(8)], { min: 0, max: 9 });
  expect(routeOf({ props: { scaling: both } }).scalingMetric).toEqual({
    concurrency: { targetValue: 8 },
    requestRate: { targetValue: 50, window: '1m', granularity: '1s' },
  });
});

test('requests wait for the start, and then take as long as they may', () => {
  expect(routeOf().timeouts).toEqual({ readiness: '15s', request: '615s', responseHeader: '600s' });
  expect(routeOf({ reaction: Duration.seconds(60) }).timeouts).toMatchObject({ readiness: '70s', request: '670s' });
});

test('streams last, once they have begun', () => {
  expect(routeOf({ call: { streaming: true } }).timeouts).toEqual({
    readiness: '15s',
    request: '0s',
    responseHeader: '0s',
  });
});
