import { Duration, Testing } from 'cdk8s';
import {
  ApplicationStack,
  CallOptions,
  ClusterFacts,
  Dashboards,
  ExposeOptions,
  GrafanaConfigMaps,
  GrafanaOperator,
  Instrumentation,
  IstioIngressGateway,
  IstioMesh,
  IstioVersion,
  Logging,
  Mesh,
  MetricsAccess,
  Microservice,
  MicroserviceProps,
  MicroserviceReference,
  Monitoring,
  NetworkPeer,
  NoMesh,
  Objective,
  Platform,
  ObservabilityProps,
  PlatformProps,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  PrometheusOperatorProps,
  RequestMetrics,
  Retries,
  SidecarMode,
  Tracing,
  TracingProps,
} from '../../../lib';
import { all, synthesize } from '../../support/manifests';

/** What is stated of `web`, which calls `cart`. */
interface Stated {
  readonly mesh?: Mesh;
  readonly platform?: PlatformProps;
  readonly call?: CallOptions;
  readonly callee?: Partial<MicroserviceProps>;
  readonly exposure?: ExposeOptions;
  readonly more?: (cart: Microservice) => void;
}

/** The pod templates of a program, as they are written. */
function templatesOf({
  mesh = new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
  platform = {},
  call,
  callee,
  exposure,
  more,
}: Stated = {}): string {
  const app = Testing.app();
  const stack = new ApplicationStack(app, 'shop', {
    platform: new Platform({ mesh, cluster: new ClusterFacts(), ...platform }),
  });
  const serve = (name: string, props: Partial<MicroserviceProps> = {}) =>
    new Microservice(stack, name, { image: `acme/${name}:1`, ports: [Port.http(80)], ...props });
  const [web, cart] = [serve('web'), serve('cart', callee)];
  web.calls(cart, call);
  if (exposure !== undefined) cart.expose({ public: true, ...exposure });
  more?.(cart);
  const deployments = all(synthesize(app), 'Deployment').filter(({ metadata }) =>
    ['web', 'cart'].includes(metadata.name),
  );
  expect(deployments).toHaveLength(2);
  return JSON.stringify(
    deployments.map(({ spec }) => spec.template),
    undefined,
    1,
  );
}

const traced = (props: Partial<TracingProps> = {}) =>
  new Tracing({ collector: { service: 'collector', namespace: 'telemetry', labels: { app: 'collector' } }, ...props });
const classic = (stated: Omit<Stated, 'mesh'> = {}) =>
  templatesOf({ ...stated, mesh: new IstioMesh({ sidecars: SidecarMode.CLASSIC }) });

describe('no pod is restarted by a change of', () => {
  test.each<[string, Stated]>([
    ['a timeout', { call: { timeout: Duration.seconds(1) } }],
    ['retries', { call: { idempotent: true, retries: Retries.upTo(2) } }],
    ['methods and paths', { call: { operation: { methods: ['GET'], paths: ['/a'] } } }],
    ['streaming', { call: { streaming: true } }],
    ['what a caller can do without', { call: { soft: true, callsPerRequest: 2 } }],
    ['concurrency', { callee: { lifecycle: { concurrency: 7 } } }],
    ['an exposure by the gateway', { exposure: { host: 'shop.example.com' } }],
    ['its certificate', { exposure: { host: 'shop.example.com', tlsSecret: 'shop-tls' } }],
    [
      'who calls',
      {
        more: (cart) => {
          cart.acceptsCallsFrom(new MicroserviceReference({ name: 'other', namespace: 'bank' }), {
            timeout: Duration.seconds(2),
          });
        },
      },
    ],
    [
      'who calls in the same stack',
      {
        more: (cart) => {
          new Microservice(cart.node.scope as ApplicationStack, 'ads', { image: 'acme/ads:1' }).calls(cart, {
            operation: { methods: ['GET'] },
          });
        },
      },
    ],
    ['the version of the mesh', { mesh: new IstioMesh({ version: IstioVersion.of('1.31') }) }],
    ['its revision', { mesh: new IstioMesh({ revision: 'canary' }) }],
    ['its trust domain', { mesh: new IstioMesh({ trustDomain: 'td.example' }) }],
    ['its root namespace', { mesh: new IstioMesh({ rootNamespace: 'mesh' }) }],
    [
      'its gateway',
      {
        mesh: new IstioMesh({
          ingressGateway: new IstioIngressGateway({ namespace: 'edge', labels: { app: 'edge' }, httpPort: 8080 }),
        }),
      },
    ],
    ['where there is no gateway', { mesh: new IstioMesh() }],
    [
      'which requests are logged',
      {
        platform: {
          observability: { logging: new Logging({ slowerThan: Duration.seconds(2), meshProvider: 'json' }) },
        },
      },
    ],
  ])('%s', (_, stated) => {
    expect(templatesOf(stated)).toBe(templatesOf());
  });

  test('the extension provider that reports spans', () => {
    expect(templatesOf({ platform: { observability: { tracing: traced({ meshProvider: 'otel' }) } } })).toBe(
      templatesOf({ platform: { observability: { tracing: traced() } } }),
    );
  });

  test('what is sampled, where the operator of OpenTelemetry sets the environment', () => {
    const sampled = (samplingPercentage: number) =>
      templatesOf({
        platform: {
          observability: { tracing: traced({ samplingPercentage, operator: true }) },
          defaults: { telemetry: { instrumentation: Instrumentation.JAVA } },
        },
      });
    expect(sampled(10)).toBe(sampled(20));
  });

  test('a timeout, retries or a caller under classic proxies', () => {
    expect(classic({ call: { timeout: Duration.seconds(1), idempotent: true, retries: Retries.upTo(1) } })).toBe(
      classic(),
    );
    expect(
      classic({
        more: (cart) => {
          cart.acceptsCallsFrom(new MicroserviceReference({ name: 'other', namespace: 'bank' }));
        },
      }),
    ).toBe(classic());
  });
});

/** What is stated of monitoring, of `cart`, which serves metrics on a port of its own. */
function monitoredTemplates(
  monitoring: Monitoring | undefined,
  cart: Partial<MicroserviceProps> = {},
  mesh: Mesh = new IstioMesh(),
): string {
  const cluster = new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] });
  return templatesOf({
    mesh,
    platform: { cluster, ...(monitoring !== undefined && { observability: { monitoring } }) },
    call: { port: 80 },
    callee: {
      ports: [Port.http(80), Port.http(9090, { name: 'metrics', servesMetrics: true })],
      ...cart,
      telemetry: {
        requestMetrics: RequestMetrics.custom({
          requests: 'requests_total',
          resultLabel: 'code',
          failures: '5..',
          duration: 'seconds',
          methodLabel: 'method',
        }),
        ...cart.telemetry,
      },
    },
  });
}

const operator = (props: Partial<PrometheusOperatorProps> = {}) =>
  new PrometheusOperator({ selector: { release: 'a' }, ...props });
const certificate = MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus' });

describe('no pod is restarted by what is watched:', () => {
  test.each<[string, Partial<MicroserviceProps>]>([
    ['an objective', { objectives: [Objective.availability(99.9)] }],
    [
      'other objectives',
      {
        objectives: [
          Objective.availability(99),
          Objective.latency(99, Duration.millis(250), { route: { name: 'pay', methods: ['POST'] } }),
        ],
      },
    ],
    ['an alert that is switched off', { telemetry: { alerts: { crashLooping: false } } }],
    ['labels of alerts', { telemetry: { alerts: { labels: { team: 'shop' } } } }],
    ['metrics of requests', { telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() } }],
  ])('%s', (_, stated) => {
    expect(monitoredTemplates(operator(), stated)).toBe(monitoredTemplates(operator()));
    expect(monitoredTemplates(operator(), stated, new NoMesh())).toBe(monitoredTemplates(operator(), {}, new NoMesh()));
  });

  test.each<[string, Partial<PrometheusOperatorProps>]>([
    [
      'the routing of alerts',
      { alerting: { pageSeverity: 'p1', labels: { team: 'shop' }, runbookUrl: 'https://runbooks.example.com/' } },
    ],
    ['the interval of scrapes', { scrapeInterval: Duration.minutes(1) }],
    ['the limit of samples', { sampleLimit: 5 }],
    ['labels of monitors', { selector: { release: 'b' } }],
    ['how long samples are kept', { retention: Duration.days(90) }],
  ])('%s', (_, props) => {
    expect(monitoredTemplates(operator(props))).toBe(monitoredTemplates(operator()));
  });

  test.each<[string, Dashboards]>([
    ['dashboards in ConfigMaps', new GrafanaConfigMaps()],
    ['dashboards of the operator', new GrafanaOperator({ instanceSelector: { a: 'b' } })],
  ])('%s', (_, dashboards) => {
    const templates = (observability: ObservabilityProps) =>
      templatesOf({
        platform: {
          observability: { monitoring: operator(), ...observability },
          cluster: new ClusterFacts({ scrapers: [NetworkPeer.pods({ namespace: 'monitoring' })] }),
        },
      });
    expect(templates({ dashboards })).toBe(templates({}));
  });

  test('bounds of durations', () => {
    expect(monitoredTemplates(operator(), {}, new IstioMesh({ durationBounds: [Duration.millis(100)] }))).toBe(
      monitoredTemplates(operator()),
    );
  });

  test('monitors where there is no mesh, or where the proxy does not hand out metrics', () => {
    expect(monitoredTemplates(operator(), {}, new NoMesh())).toBe(monitoredTemplates(undefined, {}, new NoMesh()));
    for (const access of [MetricsAccess.openPort(), certificate])
      expect(monitoredTemplates(operator({ access }))).toBe(monitoredTemplates(undefined));
  });
});

/** All there is: whoever adds to the list adds a restart of every pod that it concerns. */
describe('pods are restarted by a change of', () => {
  test('whether there is a mesh', () => {
    expect(templatesOf({ mesh: new NoMesh() })).not.toBe(templatesOf({ mesh: new IstioMesh() }));
  });

  test('what is sampled, where SDKs read it from the environment', () => {
    expect(templatesOf({ platform: { observability: { tracing: traced({ samplingPercentage: 10 }) } } })).not.toBe(
      templatesOf({ platform: { observability: { tracing: traced({ samplingPercentage: 20 }) } } }),
    );
  });

  test('labels by which logs are routed', () => {
    expect(
      templatesOf({ platform: { observability: { logging: new Logging({ podLabels: { stream: 'shop' } }) } } }),
    ).not.toBe(templatesOf());
  });

  test('how proxies are put into pods', () => {
    expect(classic()).not.toBe(templatesOf());
  });

  test('who finds metrics by annotations, of the proxy or of its own', () => {
    const annotations = (text: string) => text.match(/prometheus\.io\/(scrape|port|path)/g) ?? [];
    const without = monitoredTemplates(undefined);
    const merged = monitoredTemplates(operator());
    expect([annotations(without).length, annotations(merged).length]).toEqual([0, 3]);
    // Annotations are all that is added.
    expect(
      merged
        .split('\n')
        .filter((line) => !/prometheus\.io\//.test(line))
        .join('\n'),
    ).toBe(without);
    expect(monitoredTemplates(new PrometheusAnnotations())).toBe(merged);
    expect(annotations(monitoredTemplates(new PrometheusAnnotations(), {}, new NoMesh()))).toHaveLength(3);
  });

  test.each<[string, Partial<MicroserviceProps>]>([
    ['the longest request', { lifecycle: { longestRequest: Duration.seconds(9) } }],
    ['the propagation of endpoints', { lifecycle: { endpointPropagation: Duration.seconds(9) } }],
  ])('%s, which classic proxies wait for', (_, callee) => {
    const drains = (text: string) => text.match(/terminationDrainDuration[^0-9]*\d+s/g);
    expect(drains(classic({ callee }))).not.toEqual(drains(classic()));
    expect(drains(templatesOf({ callee }))).toBeNull();
  });
});
