import { App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  Flagger,
  IstioMesh,
  KnativeServing,
  Mesh,
  Microservice,
  MicroserviceProps,
  NoMesh,
  OtlpCollectorProps,
  OtlpProtocol,
  Platform,
  PlatformProps,
  Port,
  Rollout,
  ServerlessFunction,
  Tracing,
} from '../../../../lib';
import { codesOf, findingsOf } from '../../kubernetes/program';
import { all, find, ManifestObject, synthesize } from '../../../support/manifests';
import { serve } from '../program';

const COLLECTOR: OtlpCollectorProps = {
  service: 'collector',
  namespace: 'telemetry',
  labels: { 'app.kubernetes.io/name': 'collector' },
};

const platformOf = (mesh: Mesh, collector: Partial<OtlpCollectorProps> = {}, further: PlatformProps = {}) =>
  new Platform({
    ...further,
    mesh,
    observability: { tracing: new Tracing({ collector: { ...COLLECTOR, ...collector } }) },
  });

type Build = (app: App, platform: Platform) => void;

const shop: Build = (app, platform) => serve(new ApplicationStack(app, 'shop', { platform }), 'web');
const bank: Build = (app, platform) => serve(new ApplicationStack(app, 'bank', { platform }), 'pay');
const collects =
  (props: Partial<MicroserviceProps> = {}): Build =>
  (app, platform) =>
    serve(new ApplicationStack(app, 'telemetry', { platform }), 'collector', { ports: [Port.grpc(4317)], ...props });

function stated(platform: Platform, ...builds: readonly Build[]): App {
  const app = Testing.app();
  for (const build of builds) build(app, platform);
  return app;
}

const namespace = (name: string) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } });
const ingress = (manifests: readonly ManifestObject[], name = 'collector') =>
  find(manifests, 'NetworkPolicy', name).spec.ingress;
const rules = (manifests: readonly ManifestObject[], name = 'collector') =>
  find(manifests, 'AuthorizationPolicy', name).spec.rules;

const WAY_IN = {
  from: [namespace('bank'), namespace('shop'), namespace('telemetry')],
  ports: [{ port: 4317, protocol: 'TCP' }],
};
const ORDERS: [string, Build[]][] = [
  ['first', [collects(), shop, bank]],
  ['last', [bank, shop, collects()]],
  ['between', [shop, collects(), bank]],
];

describe.each(ORDERS)('a collector that is stated %s', (_, builds) => {
  test.each([
    ['without a mesh', new NoMesh()],
    ['in a mesh', new IstioMesh()],
  ])('takes spans of all namespaces of the platform %s', (__, mesh) => {
    expect(ingress(synthesize(stated(platformOf(mesh), ...builds)))).toEqual([WAY_IN]);
  });

  test('lets them in by their identity', () => {
    expect(rules(synthesize(stated(platformOf(new IstioMesh()), ...builds)))).toEqual([
      {
        from: [{ source: { namespaces: ['bank', 'shop', 'telemetry'] } }],
        to: [{ operation: { ports: ['4317'] } }],
      },
    ]);
  });

  test('has no findings', () => {
    expect(codesOf(stated(platformOf(new IstioMesh()), ...builds))).toEqual([]);
  });
});

test('the namespaces are those of a trust domain, where one is stated', () => {
  const mesh = new IstioMesh({ trustDomain: 'example.org' });
  expect(rules(synthesize(stated(platformOf(mesh), shop, collects())))).toMatchObject([
    { from: [{ source: { principals: ['example.org/ns/shop/sa/*', 'example.org/ns/telemetry/sa/*'] } }] },
  ]);
});

test('stacks that share a namespace are named once', () => {
  const other: Build = (app, platform) =>
    serve(new ApplicationStack(app, 'more', { platform, namespace: 'shop' }), 'cart');
  expect(ingress(synthesize(stated(platformOf(new NoMesh()), shop, other, collects())))).toMatchObject([
    { from: [namespace('shop'), namespace('telemetry')] },
  ]);
});

test('a namespace that comes from elsewhere sends spans too', () => {
  const given: Build = (app, platform) =>
    serve(new ApplicationStack(app, 'given', { platform, existing: true }), 'old');
  expect(ingress(synthesize(stated(platformOf(new NoMesh()), given, collects())))).toMatchObject([
    { from: [namespace('given'), namespace('telemetry')] },
  ]);
});

test('stacks on another platform with the same collector send spans, and those of another cluster do not', () => {
  const onOther =
    (cluster: string): Build =>
    (app) =>
      serve(
        new ApplicationStack(app, cluster, {
          platform: platformOf(new NoMesh(), {}, { cluster: new ClusterFacts({ name: cluster }) }),
        }),
        'web',
      );
  const platform = platformOf(new NoMesh(), {}, { cluster: new ClusterFacts({ name: 'east' }) });
  expect(ingress(synthesize(stated(platform, onOther('west'), onOther('east'), collects())))).toMatchObject([
    { from: [namespace('east'), namespace('telemetry')] },
  ]);
});

test('a stack that is stated after the program was resolved sends spans', () => {
  const app = Testing.app();
  const platform = platformOf(new NoMesh());
  collects()(app, platform);
  expect(synthesize(app)).not.toEqual([]);
  new ApplicationStack(app, 'late', { platform });
  expect(ingress(synthesize(app))).toMatchObject([{ from: [namespace('late'), namespace('telemetry')] }]);
});

test('the way in stands beside those of declared calls', () => {
  const called: Build = (app, platform) => {
    const stack = new ApplicationStack(app, 'telemetry', { platform });
    serve(stack, 'reader').calls(serve(stack, 'collector', { ports: [Port.grpc(4317), Port.http(80)] }), { port: 80 });
  };
  const manifests = synthesize(stated(platformOf(new IstioMesh()), called));
  expect(ingress(manifests)).toContainEqual({ from: [namespace('telemetry')], ports: WAY_IN.ports });
  expect(ingress(manifests)).toHaveLength(2);
  expect(rules(manifests)).toHaveLength(2);
});

test('other microservices take no spans', () => {
  const manifests = synthesize(stated(platformOf(new IstioMesh()), shop, collects()));
  expect(ingress(manifests, 'web')).toBeUndefined();
  expect(all(manifests, 'AuthorizationPolicy').map(({ metadata }) => metadata.name)).not.toContain('web');
});

describe('a collector that cannot take spans is reported', () => {
  test.each<[string, Partial<MicroserviceProps>, Partial<OtlpCollectorProps>, string, string]>([
    ['no port', { ports: [] }, {}, 'ports were none, spans are sent to port 4317', 'Port.grpc(4317)'],
    ['another port', { ports: [Port.grpc(80)] }, {}, 'ports were 80', 'Port.grpc(4317)'],
    ['datagrams', { ports: [Port.udp(4317)] }, {}, 'ports were 4317', 'Port.grpc(4317)'],
    [
      'HTTP in place of gRPC',
      { ports: [Port.http(4317)] },
      {},
      'port 4317 was http, spans are sent by grpc',
      'Port.grpc(4317)',
    ],
    [
      'gRPC in place of HTTP',
      { ports: [Port.grpc(4318)] },
      { protocol: OtlpProtocol.HTTP_PROTOBUF },
      'port 4318 was grpc, spans are sent by http/protobuf',
      'Port.http(4318)',
    ],
    [
      'another port of the pods',
      { ports: [Port.grpc(4317, { targetPort: 5317 })] },
      {},
      'port 4317 had the targetPort 5317',
      'leave targetPort out',
    ],
  ])('%s', (_, props, collector, given, fix) => {
    const app = stated(platformOf(new NoMesh(), collector), shop, collects(props));
    expect(findingsOf(app)).toMatchObject([
      {
        code: 'MS1042',
        path: 'telemetry/collector',
        given: expect.stringContaining(given),
        fix: expect.stringContaining(fix),
      },
    ]);
  });

  test.each([
    ['a stream of bytes', Port.tcp(4317)],
    ['HTTP/2', Port.http2(4317)],
  ])('but not %s', (_, port) => {
    expect(codesOf(stated(platformOf(new NoMesh()), collects({ ports: [port] })))).toEqual([]);
  });

  test('labels that its pods do not carry', () => {
    const labels = { app: 'otel', 'app.kubernetes.io/name': 'collector' };
    expect(findingsOf(stated(platformOf(new NoMesh(), { labels }), shop, collects()))).toMatchObject([
      {
        code: 'MS1043',
        path: 'telemetry/collector',
        given: 'labels of the collector were app=otel, which its pods do not carry',
        fix: expect.stringContaining("'app.kubernetes.io/name': 'collector'"),
      },
    ]);
    const right = collects({ metadata: { labels: { app: 'otel' } } });
    expect(codesOf(stated(platformOf(new NoMesh(), { labels }), shop, right))).toEqual([]);
  });

  test('labels that only some of its versions carry', () => {
    const platform = platformOf(new IstioMesh(), {}, { delivery: new Flagger() });
    const canary = collects({ lifecycle: { rollout: Rollout.canary({ analysis: false }) } });
    expect(codesOf(stated(platform, shop, canary))).toContain('MS1043');
  });

  test('functions outside of its mesh, but for untraced ones and without a mesh', () => {
    const functions =
      (telemetry = {}): Build =>
      (app, platform) => {
        const stack = new ApplicationStack(app, 'jobs', { platform });
        new ServerlessFunction(stack, 'resize', { image: 'acme/resize:1', telemetry });
      };
    const codes = (mesh: Mesh, telemetry = {}) =>
      findingsOf(stated(platformOf(mesh, {}, { functions: new KnativeServing() }), functions(telemetry), collects()))
        .filter(({ code }) => code === 'MS1044')
        .map(({ given }) => given);
    expect(codes(new IstioMesh())).toEqual(['collector was in the mesh, resize outside']);
    expect(codes(new IstioMesh(), { tracing: false })).toEqual([]);
    expect(codes(new NoMesh())).toEqual([]);
  });
});

test('a microservice of the name of the collector in another namespace is none', () => {
  const stack = new ApplicationStack(Testing.app(), 'shop', { platform: platformOf(new IstioMesh()) });
  const microservice: Microservice = serve(stack, 'collector');
  expect(codesOf(microservice)).toEqual([]);
  expect(ingress(synthesize(stack.node.root as App))).toBeUndefined();
});
