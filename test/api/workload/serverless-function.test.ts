import { ApiObject, App as PlainApp, Duration, Testing } from 'cdk8s';
import {
  App,
  ApplicationStack,
  ClusterFacts,
  IstioMesh,
  KnativeServing,
  Microservice,
  Platform,
  Port,
  Protocol,
  Scaling,
  ScalingMetric,
  ServerlessFunction,
} from '../../../lib';
import { findingsOf } from '../../checks/cases';
import { containerOf, IMAGE, serviceOf, shop, thumbnail, written } from '../../emit/serverless/program';
import { find, synthesize } from '../../support/manifests';

const gallery = (stack: ApplicationStack) =>
  new Microservice(stack, 'gallery', { image: IMAGE, ports: [Port.http(8080)] });
const variablesOf = (program: ServerlessFunction, caller: string) =>
  find(written(program), 'Deployment', caller).spec.template.spec.containers[0]!.env;

describe('a function in one line', () => {
  test('is an account, a network policy and a Service of Knative, and nothing that Knative makes itself', () => {
    const named = written(thumbnail()).filter(({ metadata }) => metadata.name === 'thumbnail');
    expect(named.map(({ apiVersion, kind, metadata: { name } }) => `${apiVersion} ${kind} ${name}`)).toEqual([
      'v1 ServiceAccount thumbnail',
      'networking.k8s.io/v1 NetworkPolicy thumbnail',
      'serving.knative.dev/v1 Service thumbnail',
    ]);
  });

  test('has nothing wrong with it, and nobody outside of the cluster reaches it', () => {
    const resized = thumbnail();
    expect(findingsOf(resized.node.root as App)).toEqual([]);
    expect(serviceOf(resized).metadata.labels).toMatchObject({ 'networking.knative.dev/visibility': 'cluster-local' });
  });
});

describe('calls', () => {
  test('a caller is told the full name, on the port of the gateway', () => {
    const stack = shop();
    const resized = thumbnail({}, stack);
    gallery(stack).calls(resized, { addressEnv: 'THUMBNAIL' });
    expect(variablesOf(resized, 'gallery')).toEqual([{ name: 'THUMBNAIL', value: 'thumbnail.shop.svc:80' }]);
  });

  test('a function calls microservices and other functions', () => {
    const stack = shop();
    const [resized, store] = [
      thumbnail({}, stack),
      new ServerlessFunction(stack, 'store', { image: IMAGE, protocol: Protocol.GRPC }),
    ];
    resized.calls(gallery(stack));
    resized.calls(store);
    expect(containerOf(resized).env).toEqual([
      { name: 'GALLERY_ADDR', value: 'gallery:8080' },
      { name: 'STORE_ADDR', value: 'store.shop.svc:80' },
    ]);
  });

  test('a caller of another cluster uses the host of the domain', () => {
    const app = Testing.app();
    const stackOn = (name: string) =>
      new ApplicationStack(app, name, {
        platform: new Platform({
          cluster: new ClusterFacts({ name }),
          functions: new KnativeServing({ domain: 'fn.example.com' }),
        }),
      });
    const resized = thumbnail({}, stackOn('east'));
    resized.expose({ public: true });
    gallery(stackOn('west')).calls(resized);
    expect(variablesOf(resized, 'gallery')).toEqual([
      { name: 'THUMBNAIL_ADDR', value: 'thumbnail.east.fn.example.com:80' },
    ]);
  });
});

test('exposed, Knative gives it a host of the domain; a second time changes nothing', () => {
  const resized = thumbnail();
  resized.expose({ public: true });
  const once = written(resized);
  expect(serviceOf(resized).metadata.labels).not.toHaveProperty(['networking.knative.dev/visibility']);
  resized.expose();
  expect(written(resized)).toEqual(once);
  expect(findingsOf(resized.node.root as App)).toEqual([]);
});

test('it is public where one statement says so, in any order', () => {
  const codes = (...stated: boolean[]) => {
    const resized = thumbnail();
    stated.forEach((open) => resized.expose({ public: open }));
    return findingsOf(resized.node.root as App).map(({ code }) => code);
  };
  expect([codes(false, true), codes(true, false), codes(false, false)]).toEqual([[], [], ['MS2021']]);
});

test('settings are those of functions, with the arithmetic of what follows', () => {
  const resized = thumbnail({
    lifecycle: { concurrency: 8, longestRequest: Duration.seconds(20), startupTime: Duration.seconds(10) },
    scaling: Scaling.on([ScalingMetric.concurrency(6)], { max: 5 }),
  });
  expect(resized.setting('scaling.max')).toEqual({
    name: 'scaling.max',
    value: '5: at most 40 requests at once = 5 × 8, the others wait',
    origin: 'function thumbnail',
  });
  expect(resized.setting('scaling.min')).toMatchObject({ value: '0' });
  expect(resized.setting('scaling.target')).toMatchObject({ value: '6 of requests at once a replica' });
  expect(resized.setting('timeout')).toEqual({
    name: 'timeout',
    value:
      '30 s = 20 s lifecycle.longestRequest + 10 s lifecycle.startupTime, since the first replica may have to be ' +
      'started',
    origin: 'function thumbnail',
  });
  expect(resized.setting('pod.imagePullPolicy')).toMatchObject({ origin: 'library' });
  expect(resized.settings.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['lifecycle.disruptionBudget']));
  expect(thumbnail().setting('scaling.target')).toEqual({
    name: 'scaling.target',
    value: '70 of requests at once a replica = 70 % of 100',
    origin: 'library',
  });
});

test('of what follows from two settings, the origin is that of whoever stated one of them', () => {
  expect(thumbnail({ lifecycle: { startupTime: Duration.seconds(10) } }).setting('timeout')).toMatchObject({
    origin: 'function thumbnail',
  });
  expect(
    thumbnail({ lifecycle: { startupTime: Duration.seconds(10) }, scaling: Scaling.fixed(1) }).setting('timeout'),
  ).toMatchObject({
    value: '30 s = longestRequest',
    origin: 'library',
  });
  expect(
    thumbnail(
      { lifecycle: { startupTime: Duration.seconds(10) } },
      shop({}, { defaults: { lifecycle: { longestRequest: Duration.seconds(20) } } }),
    ).setting('timeout'),
  ).toMatchObject({ origin: 'platform, function thumbnail' });
  expect(thumbnail({ lifecycle: { concurrency: 8 } }).setting('scaling.target')).toMatchObject({
    origin: 'function thumbnail',
  });
});

describe('in a mesh', () => {
  const meshed = () => shop({}, { mesh: new IstioMesh() });

  test('its pods stay out of it, and nothing of the mesh is made for it', () => {
    const resized = thumbnail({}, meshed());
    expect(serviceOf(resized).spec.template.metadata.labels).toMatchObject({ 'sidecar.istio.io/inject': 'false' });
    expect(
      written(resized).filter(
        ({ apiVersion, metadata }) => apiVersion.includes('istio') && metadata.name === 'thumbnail',
      ),
    ).toEqual([]);
  });

  test('callers know it and its gateway, and nothing else', () => {
    const stack = meshed();
    const resized = thumbnail({}, stack);
    gallery(stack).calls(resized);
    expect(find(written(resized), 'Sidecar', 'gallery').spec.egress).toEqual([
      {
        hosts: [
          'kourier-system/kourier-internal.kourier-system.svc.cluster.local',
          'kourier-system/thumbnail.shop.svc.cluster.local',
        ],
      },
    ]);
  });
});

describe('escape hatches', () => {
  test('patches are applied last', () => {
    const resized = thumbnail({ env: { A: 'b' } });
    resized.patch({ spec: { template: { spec: { idleTimeoutSeconds: 30 } } } });
    resized.patchContainer(resized.name, { terminationMessagePolicy: 'File' });
    resized.patchVariable(resized.name, 'A', { value: 'c' });
    expect(serviceOf(resized).spec.template.spec).toMatchObject({ idleTimeoutSeconds: 30 });
    expect(containerOf(resized)).toMatchObject({ terminationMessagePolicy: 'File', env: [{ name: 'A', value: 'c' }] });
  });

  test('its objects can be found', () => {
    const resized = thumbnail();
    expect(resized.workload.kind).toBe('Service');
    expect(resized.node.defaultChild).toBe(resized.workload);
    expect(resized.networkPolicy.name).toBe('thumbnail');
    expect(resized.serviceAccount.toSubjectConfiguration()).toEqual({
      kind: 'ServiceAccount',
      name: 'thumbnail',
      namespace: 'shop',
    });
  });

  test('what Knative writes cannot be patched, nor what the platform requires', () => {
    const resized = thumbnail({}, shop({}, { required: { lifecycle: { concurrency: 10 } } }));
    resized.patch({ metadata: { annotations: { 'serving.knative.dev/creator': 'me' } } });
    resized.patch({ spec: { template: { spec: { containerConcurrency: 0 } } } });
    expect(findingsOf(resized.node.root as App).map(({ code }) => code)).toEqual(['MS1027', 'MS6010']);
  });
});

describe('where nothing runs functions', () => {
  test('nothing of one is written, and everything can still be asked for', () => {
    const app = new PlainApp();
    const stack = new ApplicationStack(app, 'shop');
    const resized = new ServerlessFunction(stack, 'thumbnail', { image: IMAGE });
    resized.patch({ metadata: { labels: { a: 'b' } } });
    resized.expose({ public: true });
    gallery(stack).calls(resized);
    expect(findingsOf(app).map(({ code, path }) => `${code} ${path}`)).toContain('MS7001 shop');
    expect(resized.ownership).toEqual([]);
    expect(resized.setting('scaling.max')).toBeDefined();
    expect(resized.workload.name).toBe('thumbnail');
    const names = app.node
      .findAll()
      .filter((construct) => construct instanceof ApiObject)
      .map(({ name }) => name);
    expect(names).toContain('gallery');
    expect(names).not.toContain('thumbnail');
  });
});

test('a callee of another program, or of another copy of the library, is reported', () => {
  const resized = thumbnail();
  resized.calls(gallery(shop()));
  expect(findingsOf(resized.node.root as App).map(({ code }) => code)).toContain('MS2019');
  const foreign = gallery(shop());
  const key = Object.getOwnPropertySymbols(foreign).find(
    ({ description }) => description === 'cdk8s-microservice.copy',
  )!;
  const copied = Object.defineProperty(Object.create(foreign) as Microservice, key, { value: Symbol('another copy') });
  const other = thumbnail();
  other.calls(copied);
  expect(findingsOf(other.node.root as App).map(({ code }) => code)).toContain('MS0009');
});

test('a microservice of the same name is one too many', () => {
  const app = new App();
  const platform = new Platform({ functions: new KnativeServing() });
  thumbnail({}, new ApplicationStack(app, 'shop', { platform }));
  new Microservice(new ApplicationStack(app, 'more', { namespace: 'shop', platform }), 'thumbnail', {
    image: IMAGE,
    ports: [Port.http(80)],
  });
  expect(app.validate().map(({ code }) => code)).toContain('MS0002');
});

test('of the order in which calls and exposures are stated, nothing is in the output', () => {
  const program = (backwards: boolean) => {
    const stack = shop();
    const resized = thumbnail({}, stack);
    const statements = [() => resized.expose({ public: true }), () => gallery(stack).calls(resized)];
    (backwards ? statements.reverse() : statements).forEach((state) => state());
    return synthesize(stack.node.root as App);
  };
  expect(program(true)).toEqual(program(false));
});

test('it is told from other constructs, in any copy of the library', () => {
  expect(ServerlessFunction.isServerlessFunction(thumbnail())).toBe(true);
  expect(ServerlessFunction.isServerlessFunction(gallery(shop()))).toBe(false);
  expect(ServerlessFunction.isServerlessFunction(null)).toBe(false);
});
