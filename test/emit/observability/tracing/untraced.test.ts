import { App, Testing } from 'cdk8s';
import {
  Instrumentation,
  IstioMesh,
  KnativeServing,
  KubernetesDelivery,
  Logging,
  Mesh,
  Microservice,
  MicroserviceProps,
  MicroserviceSettings,
  NoMesh,
  Port,
  Objective,
  PrometheusOperator,
  Propagator,
  Rollout,
  ServerlessFunction,
  Tracing,
  TracingProps,
} from '../../../../lib';
import { codesOf, findingsOf } from '../../kubernetes/program';
import { all, find, ManifestObject, synthesize } from '../../../support/manifests';
import { IstioProgram, PROMETHEUS } from '../../mesh/istio/program';
import { COLLECTOR, serve, shopOn } from '../program';

const HOST = 'telemetry/collector.telemetry.svc.cluster.local';

interface Program {
  readonly mesh?: Mesh;
  readonly tracing?: Partial<TracingProps>;
  readonly defaults?: MicroserviceSettings;
  readonly web?: Partial<MicroserviceProps>;
}

/** `web`, which states what a test says, and `cart`, which states nothing. */
function stated({ mesh = new IstioMesh(), tracing: props, defaults = {}, web = {} }: Program): App {
  const stack = shopOn({
    mesh,
    defaults,
    observability: { tracing: new Tracing({ collector: COLLECTOR, ...props }), logging: new Logging() },
  });
  serve(stack, 'web', web);
  serve(stack, 'cart');
  return stack.node.root as App;
}

const written = (program: Program): ManifestObject[] => synthesize(stated(program));
const OFF = { telemetry: { tracing: false } };
const variables = (manifests: readonly ManifestObject[], name: string, kind: 'Deployment' = 'Deployment') =>
  (find(manifests, kind, name).spec.template.spec.containers[0]!.env ?? []).filter((each) =>
    each.name.startsWith('OTEL_'),
  );
const hosts = (manifests: readonly ManifestObject[], name: string) =>
  find(manifests, 'Sidecar', name).spec.egress.flatMap((egress) => egress.hosts);
const egress = (manifests: readonly ManifestObject[], name: string) =>
  JSON.stringify(find(manifests, 'NetworkPolicy', name).spec.egress);

describe.each([
  ['by itself', { web: OFF }],
  ['by the platform', { defaults: OFF }],
])('a microservice whose tracing is off %s', (_, program: Program) => {
  test('has no variables for SDKs, and no way to the collector', () => {
    const manifests = written(program);
    expect(variables(manifests, 'web')).toEqual([]);
    expect(egress(manifests, 'web')).not.toContain('collector');
    expect(hosts(manifests, 'web')).toEqual(['~/*']);
  });

  test('has neither without a mesh', () => {
    const manifests = written({ ...program, mesh: new NoMesh() });
    expect(variables(manifests, 'web')).toEqual([]);
    expect(egress(manifests, 'web')).not.toContain('collector');
  });
});

test('a microservice may be traced where the platform switches tracing off', () => {
  const manifests = written({ defaults: OFF, web: { telemetry: { tracing: true } } });
  expect(variables(manifests, 'web')).not.toEqual([]);
  expect(hosts(manifests, 'web')).toEqual([HOST]);
  expect(variables(manifests, 'cart')).toEqual([]);
});

test('the others of the platform are traced', () => {
  const manifests = written({ web: OFF });
  expect(variables(manifests, 'cart').map(({ name }) => name)).toContain('OTEL_SERVICE_NAME');
  expect(egress(manifests, 'cart')).toContain('collector');
  expect(hosts(manifests, 'cart')).toEqual([HOST]);
});

test('both versions of a microservice are untraced', () => {
  const candidates = { web: { image: 'acme/web:2', weight: 10 } };
  const stack = shopOn({
    mesh: new IstioMesh(),
    delivery: new KubernetesDelivery({ candidates }),
    observability: { tracing: new Tracing({ collector: COLLECTOR }) },
  });
  serve(stack, 'web', { ...OFF, lifecycle: { rollout: Rollout.canary({ analysis: false }) } });
  const manifests = synthesize(stack.node.root as App);
  expect(['web', 'web-canary'].flatMap((name) => variables(manifests, name))).toEqual([]);
});

test('no agent is asked for, although the platform asks for one of all', () => {
  const program = {
    tracing: { operator: true, collector: { ...COLLECTOR, port: 5317 } },
    defaults: { telemetry: { instrumentation: Instrumentation.JAVA } },
  };
  const annotations = (manifests: readonly ManifestObject[]) =>
    JSON.stringify(find(manifests, 'Deployment', 'web').spec.template.metadata.annotations);
  expect(annotations(written(program))).toContain('inject-java');
  expect(annotations(written({ ...program, web: OFF }))).not.toContain('inject-java');
  expect(codesOf(stated({ ...program, web: OFF }))).toEqual([]);
});

test('a function can be untraced', () => {
  const program = (telemetry: { tracing?: boolean }): ManifestObject[] => {
    const stack = shopOn({
      functions: new KnativeServing(),
      observability: { tracing: new Tracing({ collector: COLLECTOR }) },
    });
    new ServerlessFunction(stack, 'resize', { image: 'acme/resize:1', telemetry });
    return Testing.synth(stack) as ManifestObject[];
  };
  expect(JSON.stringify(program({}))).toContain('OTEL_');
  expect(JSON.stringify(program({ tracing: false }))).not.toContain('OTEL_');
  expect(JSON.stringify(program({ tracing: false }))).not.toContain('collector');
});

describe('the proxy of an untraced microservice', () => {
  const tracing = { meshProvider: 'otel' };

  test('reports no spans, and inherits logs and metrics', () => {
    expect(find(written({ tracing, web: OFF }), 'Telemetry', 'web').spec).toEqual({
      selector: { matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' } },
      tracing: [{ disableSpanReporting: true }],
    });
  });

  test('is told so in the object that has its tags', () => {
    const objectives = [Objective.availability(99.9, { route: { name: 'pay', methods: ['POST'] } })];
    const monitoring = new PrometheusOperator({ selector: {} });
    const traced = new Tracing({ collector: COLLECTOR, ...tracing });
    const observability = { monitoring, tracing: traced };
    const program = new IstioProgram({}, { scrapers: [PROMETHEUS] }, undefined, { observability });
    program.serve('web').calls(program.serve('cart', { ...OFF, objectives }));
    const [own, ...others] = all(program.written(), 'Telemetry').filter(({ metadata }) => metadata.name === 'cart');
    expect(others).toEqual([]);
    expect(own!.spec).toMatchObject({
      metrics: [{ providers: [{ name: 'prometheus' }] }],
      tracing: [{ disableSpanReporting: true }],
    });
  });

  test.each([
    ['proxies report no spans anyway', { web: OFF }],
    ['it is traced', { tracing, web: {} }],
  ])('is told nothing where %s', (_, program: Program) => {
    expect(all(written(program), 'Telemetry').map(({ metadata }) => metadata.name)).toEqual(['default']);
  });

  test('is none without a mesh', () => {
    expect(all(written({ mesh: new NoMesh(), web: OFF }), 'Telemetry')).toEqual([]);
  });
});

describe('the collector of spans as a microservice', () => {
  const collected = (props: Partial<MicroserviceProps> = {}, meshProvider?: string): Microservice => {
    const tracing = new Tracing({
      collector: { ...COLLECTOR, namespace: 'shop', labels: { 'app.kubernetes.io/name': 'collector' } },
      ...(meshProvider !== undefined && { meshProvider }),
    });
    return serve(shopOn({ mesh: new IstioMesh(), observability: { tracing } }), 'collector', props);
  };
  const writtenBy = (microservice: Microservice) => synthesize(microservice.node.root as App);

  test('does not know itself, and its proxy reports no spans', () => {
    const manifests = writtenBy(collected({ ports: [Port.grpc(4317)] }, 'otel'));
    expect(hosts(manifests, 'collector')).toEqual(['~/*']);
    expect(find(manifests, 'Telemetry', 'collector').spec.tracing).toEqual([{ disableSpanReporting: true }]);
  });

  test('cannot be traced', () => {
    expect(
      findingsOf(collected({ telemetry: { tracing: true, instrumentation: Instrumentation.JAVA } })).filter(
        ({ code }) => code === 'MS5303',
      ),
    ).toMatchObject([
      { given: expect.stringContaining('telemetry.instrumentation was java (microservice collector)') },
      { given: expect.stringContaining('telemetry.tracing was true (microservice collector)') },
    ]);
  });
});

describe('a statement about the traces of an untraced microservice', () => {
  test.each([
    ['its propagators', { telemetry: { ...OFF.telemetry, propagators: [Propagator.B3] } }, 'propagators was b3'],
    [
      'its agent',
      { telemetry: { ...OFF.telemetry, instrumentation: Instrumentation.JAVA } },
      'instrumentation was java',
    ],
  ])('is reported: %s', (_, web, given) => {
    expect(findingsOf(stated({ web }))).toMatchObject([
      {
        code: 'MS5303',
        path: 'shop/web',
        given: `telemetry.${given} (microservice web), telemetry.tracing was false (microservice web)`,
        fix: 'leave it out, or state telemetry.tracing: true',
      },
    ]);
  });

  test('is none of a platform that states it for all', () => {
    expect(codesOf(stated({ defaults: { telemetry: { propagators: [Propagator.B3] } }, web: OFF }))).toEqual([]);
  });
});

test.each([
  ['a microservice', {}, { telemetry: { tracing: true } }, 'shop/web', 'true (microservice web)'],
  ['a platform', { telemetry: { tracing: true } }, {}, 'shop', 'telemetry.tracing was true'],
])('tracing that %s switches on where nothing traces is reported once', (_, defaults, web, path, given) => {
  const stack = shopOn({ defaults });
  serve(stack, 'web', web);
  serve(stack, 'cart');
  expect(findingsOf(stack)).toMatchObject([{ code: 'MS5303', path, given: expect.stringContaining(given) }]);
});

test('a platform can require that all are traced', () => {
  const stack = shopOn({
    required: { telemetry: { tracing: true } },
    observability: { tracing: new Tracing({ collector: COLLECTOR }) },
  });
  serve(stack, 'web', OFF);
  expect(findingsOf(stack)).toMatchObject([{ code: 'MS1027', path: 'shop/web' }]);
});

test('nothing is known of the propagators of an untraced microservice', () => {
  const stack = shopOn({ observability: { tracing: new Tracing({ collector: COLLECTOR }) } });
  serve(stack, 'web', OFF).calls(serve(stack, 'cart', { telemetry: { propagators: [Propagator.B3] } }));
  expect(codesOf(stack)).toEqual([]);
});
