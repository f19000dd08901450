import { App, Duration, Testing } from 'cdk8s';
import {
  ApplicationStack,
  Backlog,
  BacklogSource,
  IstioIngressGateway,
  IstioMesh,
  Keda,
  KedaHttpAddOnOptions,
  Mesh,
  Microservice,
  MicroserviceProps,
  MicroserviceReference,
  NoMesh,
  Platform,
  Port,
  Scaling,
  ScalingMetric,
} from '../../../../lib';
import { codesOf, environmentOf } from '../../kubernetes/program';
import { all, find, ManifestObject, synthesize } from '../../../support/manifests';

const ORDERS = Backlog.nats(1000, { stream: 'orders', consumer: 'cart' });
const NATS = BacklogSource.nats({ monitoringEndpoint: 'nats.nats:8222' });
const ZERO = Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 });
const INTERCEPTOR = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'keda' } },
  podSelector: {
    matchLabels: {
      'app.kubernetes.io/component': 'interceptor',
      'app.kubernetes.io/name': 'http-add-on',
      'app.kubernetes.io/part-of': 'keda-add-ons-http',
    },
  },
};

function stackOn(autoscaling: Keda, mesh: Mesh = new NoMesh()): ApplicationStack {
  return new ApplicationStack(Testing.app(), 'shop', { platform: new Platform({ autoscaling, mesh }) });
}

/** `web`, which calls `cart`, without a mesh. */
function program(props: Partial<MicroserviceProps> = {}, httpAddOn: KedaHttpAddOnOptions = {}) {
  const stack = stackOn(new Keda({ httpAddOn }));
  const cart = new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(80, { targetPort: 8080 })],
    lifecycle: { startupTime: Duration.seconds(10) },
    scaling: ZERO,
    ...props,
  });
  const web = new Microservice(stack, 'web', { image: 'acme/web:1' });
  return { stack, cart, web, written: () => synthesize(stack.node.root as App) };
}

const policyOf = (manifests: ManifestObject[], name: string) => find(manifests, 'NetworkPolicy', name).spec;

test('KEDA is told of requests by the interceptor, and of nothing else', () => {
  const { cart, web, written } = program();
  web.calls(cart);
  expect(codesOf(cart).filter((code) => code !== 'MS4002')).toEqual([]);
  const { spec } = find(written(), 'ScaledObject', 'cart');
  expect(spec).toMatchObject({ minReplicaCount: 0, maxReplicaCount: 9 });
  expect(spec.triggers).toEqual([
    {
      type: 'external-push',
      metricType: 'AverageValue',
      metadata: { scalerAddress: 'keda-add-ons-http-external-scaler.keda:9090', interceptorRoute: 'cart' },
    },
  ]);
  expect(cart.ownership.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'Deployment /spec/replicas',
    'HorizontalPodAutoscaler ',
  ]);
});

test('the last replica stays for longer than a start and the end of a request may take', () => {
  const cooldownOf = (startupTime: number) => {
    const { cart, web, written } = program({
      lifecycle: { startupTime: Duration.seconds(startupTime) },
      scaling: Scaling.on([ScalingMetric.requestsPerSecond(50)], { min: 0, max: 9 }),
    });
    web.calls(cart);
    const manifests = written();
    const { terminationGracePeriodSeconds: drain } = find(manifests, 'Deployment', 'cart').spec.template.spec;
    return [drain, find(manifests, 'ScaledObject', 'cart').spec['cooldownPeriod']];
  };
  expect(cooldownOf(10)).toEqual([expect.any(Number), undefined]);
  const [drain, cooldown] = cooldownOf(400);
  expect(cooldown).toBe(5 + 400 + (drain as number));
});

test('other metrics stay triggers of their own', () => {
  const { written } = program({
    scaling: Scaling.on(
      [
        ScalingMetric.requestsPerSecond(50),
        ScalingMetric.cpu(),
        ScalingMetric.schedule({ start: '0 8 * * *', end: '0 18 * * *', timezone: 'UTC', replicas: 2 }),
      ],
      { min: 0, max: 9 },
    ),
  });
  expect(find(written(), 'ScaledObject', 'cart').spec.triggers.map(({ type }) => type)).toEqual([
    'external-push',
    'cpu',
    'cron',
  ]);
});

test(
  'callers address a Service that leads to the interceptor, by a name that means one microservice in the whole ' +
    'cluster',
  () => {
    const { cart, web, written } = program();
    web.calls(cart);
    expect(environmentOf(web)).toContainEqual(['CART_ADDR', 'cart-activator.shop.svc:8080']);
    const manifests = written();
    expect(find(manifests, 'Service', 'cart-activator').spec).toEqual({
      type: 'ExternalName',
      externalName: 'keda-add-ons-http-interceptor-proxy.keda.svc.cluster.local',
      ports: [{ name: 'http', port: 8080, targetPort: 8080, protocol: 'TCP' }],
    });
    expect(find(manifests, 'Service', 'cart').spec.type).toBe('ClusterIP');
  },
);

test('pods let the interceptor in instead of callers, and callers reach the interceptor instead of pods', () => {
  const { cart, web, written } = program({}, { interceptorTargetPort: 9999 });
  web.calls(cart);
  const manifests = written();
  expect(policyOf(manifests, 'cart').ingress).toEqual([
    { from: [INTERCEPTOR], ports: [{ port: 8080, protocol: 'TCP' }] },
  ]);
  expect(policyOf(manifests, 'web').egress).toContainEqual({
    to: [INTERCEPTOR],
    ports: [{ port: 9999, protocol: 'TCP' }],
  });
});

test('the installation is where the platform says', () => {
  const { cart, web, written } = program(
    {},
    {
      namespace: 'scaling',
      interceptorLabels: { app: 'interceptor' },
      interceptorService: 'proxy',
      interceptorPort: 8000,
      scalerAddress: 'scaler.scaling:6000',
    },
  );
  web.calls(cart);
  const manifests = written();
  expect(find(manifests, 'ScaledObject', 'cart').spec.triggers[0]!.metadata['scalerAddress']).toBe(
    'scaler.scaling:6000',
  );
  expect(find(manifests, 'Service', 'cart-activator').spec).toMatchObject({
    externalName: 'proxy.scaling.svc.cluster.local',
    ports: [{ port: 8000 }],
  });
  expect(environmentOf(web)).toContainEqual(['CART_ADDR', 'cart-activator.shop.svc:8000']);
  expect(policyOf(manifests, 'cart').ingress[0]!.from).toEqual([
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'scaling' } },
      podSelector: { matchLabels: { app: 'interceptor' } },
    },
  ]);
  expect(codesOf(cart).filter((code) => code !== 'MS4002')).toEqual([]);
});

test('gRPC is served by the name of HTTP/2 that the interceptor knows', () => {
  const { cart, web, written } = program({ ports: [Port.grpc(7070), Port.http(9090, { servesMetrics: true })] });
  web.calls(cart, { port: 7070 });
  expect(find(written(), 'Service', 'cart').spec.ports.map(({ appProtocol }) => appProtocol)).toEqual([
    'kubernetes.io/h2c',
    'http',
  ]);
});

test.each<[string, Partial<MicroserviceProps>]>([
  ['one replica or more', { scaling: Scaling.on([ScalingMetric.cpu()], { min: 1, max: 9 }) }],
  ['a fixed number of none', { scaling: Scaling.fixed(0) }],
  ['a backlog', { scaling: Scaling.on([ScalingMetric.backlog(ORDERS, 5, NATS)], { min: 0, max: 9 }) }],
  ['a load', { scaling: Scaling.forLoad({ peakRequestsPerSecond: 900, requestsPerSecondPerReplica: 100 }) }],
])('nothing is held with %s', (_, props) => {
  const manifests = program(props).written();
  expect(all(manifests, 'InterceptorRoute')).toEqual([]);
  expect(all(manifests, 'Service').map(({ metadata }) => metadata.name)).not.toContain('cart-activator');
});

test('callers of another program reach it the same way, where its reference says so', () => {
  const own = program();
  own.web.calls(own.cart, { timeout: Duration.seconds(20) });
  const stack = stackOn(new Keda({ httpAddOn: {} }));
  const web = new Microservice(stack, 'web', { image: 'acme/web:1' });
  web.calls(
    new MicroserviceReference({
      name: 'cart',
      namespace: 'shop',
      ports: [Port.http(80, { targetPort: 8080 })],
      scalesToZero: true,
    }),
    { timeout: Duration.seconds(20) },
  );
  web.acknowledge('MS2030', 'another program deploys cart here');
  expect(environmentOf(web)).toEqual(environmentOf(own.web));
  expect(policyOf(synthesize(stack.node.root as App), 'web')).toEqual(policyOf(own.written(), 'web'));
  // The timeout is lost without a mesh.
  expect(codesOf(stack)).toEqual(['MS4002', 'MS2030']);
});

test('an ingress gateway of a mesh may lead to it', () => {
  const stack = stackOn(new Keda({ httpAddOn: {} }), new IstioMesh({ ingressGateway: new IstioIngressGateway() }));
  const cart = new Microservice(stack, 'cart', { image: 'acme/cart:1', ports: [Port.http(80)], scaling: ZERO });
  cart.expose({ host: 'shop.example.com', public: true });
  expect(codesOf(stack)).toEqual([]);
  expect(policyOf(synthesize(stack.node.root as App), 'cart').ingress).toEqual([
    { from: [INTERCEPTOR], ports: [{ port: 80, protocol: 'TCP' }] },
  ]);
});
