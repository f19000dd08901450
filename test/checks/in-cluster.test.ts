import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  ExternalService,
  IstioMesh,
  Keda,
  Microservice,
  MicroserviceProps,
  MicroserviceReference,
  MicroserviceReferenceProps,
  Platform,
  PlatformProps,
  Port,
  Scaling,
  ScalingMetric,
} from '../../lib';
import { cart, describeCode, findings, service } from './cases';

const host =
  (name: string, id = 'orders') =>
  (stack: ApplicationStack) =>
    cart(stack).calls(
      new ExternalService(stack, id, { host: name, ports: [Port.tcp(5432)], addresses: ['203.0.113.0/24'] }),
    );
const right = host('orders.example.com');
const fix = "call new MicroserviceReference({ name: 'orders-rw', namespace: 'db', ports: […], podLabels: {…} })";

describeCode('MS2031', [
  ...['orders-rw.db.svc', 'orders-rw.db.svc.cluster.local', 'orders-0.orders-rw.db.svc.cluster.local'].map((name) => ({
    name,
    bad: host(name),
    good: right,
    path: 'shop/orders',
    given: `host was '${name}', which is orders-rw in the namespace db`,
    fix,
  })),
  ...['stock', 'stock.shop', 'stock.shop.svc'].map((name) => ({
    name: `${name}, a microservice of the program`,
    bad: (stack: ApplicationStack) => {
      service(stack, 'stock');
      host(name)(stack);
    },
    good: right,
    path: 'shop/orders',
    given: `host was '${name}', which is stock in the namespace shop`,
    fix: 'call shop/stock itself',
  })),
  {
    name: 'a name in a namespace of the program, which nothing of it has',
    bad: host('orders-rw.shop'),
    good: right,
    path: 'shop/orders',
    given: 'which is orders-rw in the namespace shop',
    fix: "new MicroserviceReference({ name: 'orders-rw', namespace: 'shop'",
  },
  {
    name: 'the Kubernetes API',
    bad: host('kubernetes.default.svc', 'api'),
    good: (stack) => cart(stack).callsKubernetesApi(),
    path: 'shop/api',
    given: 'which is kubernetes in the namespace default',
    fix: 'state callsKubernetesApi()',
  },
]);

test("the domain is the cluster's; names of two parts are public where the program knows nothing of them", () => {
  const hosts = (domain: string, ...names: string[]) =>
    findings(({ node }) => {
      const platform = new Platform({ cluster: new ClusterFacts({ domain }) });
      const stack = new ApplicationStack(node.root, 'bank', { platform });
      names.forEach((name, at) => host(name, `host-${at}`)(new ApplicationStack(stack, `part-${at}`, { platform })));
    })
      .filter(({ code }) => code === 'MS2031')
      .map(({ given }) => given.split("'")[1]);
  expect(hosts('corp.example', 'a.b.svc.corp.example', 'a.corp.example', 'example.com', 'a.b.pod', 'redis')).toEqual([
    'a.b.svc.corp.example',
  ]);
});

test('a Service that leads out of the cluster can be accepted', () => {
  const found = findings((stack) => {
    host('orders-rw.db.svc')(stack);
    (stack.node.findChild('orders') as ExternalService).acknowledge('MS2031', 'an ExternalName of a cloud database');
  });
  expect(found.filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
});

const reference = (props: Partial<MicroserviceReferenceProps> = {}) =>
  new MicroserviceReference({ name: 'orders', namespace: 'shop', ports: [Port.tcp(5432)], ...props });

describeCode('MS2030', [
  {
    name: 'a callee that the namespace does not have',
    bad: (stack) => cart(stack).calls(reference()),
    good: (stack) => cart(stack).calls(reference({ podLabels: { 'app.example/cluster': 'orders' } })),
    given: 'a reference names shop/orders, and this app makes shop',
    fix: 'state podLabels',
  },
  {
    name: 'a caller that the namespace does not have',
    bad: (stack) => cart(stack).acceptsCallsFrom(reference()),
    good: (stack) => cart(stack).acceptsCallsFrom(reference({ namespace: 'bank' })),
    given: 'a reference names shop/orders',
    fix: 'correct the name',
  },
  {
    name: 'a namespace of another stack',
    bad: (stack) => {
      new ApplicationStack(stack.node.root, 'bank');
      cart(stack).calls(reference({ namespace: 'bank' }));
    },
    good: (stack) => {
      new ApplicationStack(stack.node.root, 'bank', { existing: true });
      cart(stack).calls(reference({ namespace: 'bank' }));
    },
    given: 'this app makes bank',
    fix: 'correct the name',
  },
]);

test('a namespace of another cluster is not the one that the program makes', () => {
  const found = findings((stack) => cart(stack).calls(reference({ cluster: 'west', exposedHost: 'orders.example' })));
  expect(found.map(({ code }) => code)).not.toContain('MS2030');
});

describeCode('MS2018', [
  {
    name: 'a label that no pod can have',
    bad: (stack) => cart(stack).calls(reference({ podLabels: { 'app name': 'orders' } })),
    good: (stack) => cart(stack).calls(reference({ podLabels: {} })),
    given: "podLabels of orders had 'app name': 'orders'",
    fix: 'state the label as the pods have it',
  },
]);

describe('MS4012: references outside of the mesh', () => {
  const outside = reference({ namespace: 'bank', inMesh: false });
  const codesAt = (
    state: (microservice: Microservice) => void,
    props: Partial<MicroserviceProps> = {},
    platform: PlatformProps = {},
  ) =>
    findings(({ node }) => {
      const stack = new ApplicationStack(node.root, 'mesh', {
        platform: new Platform({ mesh: new IstioMesh(), ...platform }),
      });
      state(cart(stack, props));
    })
      .filter(({ code }) => code === 'MS4012')
      .map(({ message }) => message);

  test('are told apart by the network policy', () => {
    expect(codesAt((microservice) => microservice.acceptsCallsFrom(outside))).toEqual([]);
    expect(
      codesAt((microservice) => microservice.acceptsCallsFrom(outside), { security: { networkPolicy: false } }),
    ).toEqual(['orders is outside of the mesh, and nothing tells it from others']);
  });

  test('have no proxy that carries out what a call states', () => {
    const timeout = Duration.seconds(1);
    expect(codesAt((microservice) => microservice.acceptsCallsFrom(outside, { timeout }))).toEqual([
      'nothing carries out timeout of the call from orders to cart',
    ]);
    expect(codesAt((microservice) => microservice.calls(outside, { timeout }))).toEqual([
      'nothing carries out timeout of the call from cart to orders',
    ]);
    const methods = { operation: { methods: ['GET'] } };
    const http = reference({ namespace: 'bank', inMesh: false, ports: [Port.http(80)] });
    expect(codesAt((microservice) => microservice.calls(http, methods))).toEqual([
      'nothing carries out operation of the call from cart to orders',
    ]);
    expect(codesAt((microservice) => microservice.acceptsCallsFrom(http, methods))).toEqual([]);
    expect(codesAt((microservice) => microservice.calls(outside))).toEqual([]);
  });

  test('cannot wake what scales to zero: the activator knows callers by their identity', () => {
    const scaling = Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 });
    const autoscaling = new Keda({ httpAddOn: {} });
    expect(codesAt((microservice) => microservice.acceptsCallsFrom(outside), { scaling }, { autoscaling })).toEqual([
      'orders is outside of the mesh, and the activator of cart refuses it',
    ]);
  });
});
