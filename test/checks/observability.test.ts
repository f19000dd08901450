import { Duration } from 'cdk8s';
import {
  AlertingOptions,
  ApplicationStack,
  CallOptions,
  ClusterFacts,
  ExternalService,
  IstioIngressGateway,
  IstioMesh,
  MetricsAccess,
  MetricSource,
  Microservice,
  MicroserviceProps,
  MicroserviceReference,
  Monitoring,
  NetworkPeer,
  NoMesh,
  Objective,
  ObjectiveOptions,
  ObjectiveRoute,
  Platform,
  PlatformProps,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  PrometheusOperatorProps,
  RequestMetrics,
  RequestMetricsOptions,
} from '../../lib';
import { Case, cart, describeCode, findings, service } from './cases';

type Expected = Pick<Case, 'given' | 'fix'> & Partial<Case>;

const scrapers = [NetworkPeer.pods({ namespace: 'monitoring', labels: { app: 'prometheus' } })];
const metricsPort = Port.http(9090, { name: 'metrics', servesMetrics: true });
const requestMetrics = RequestMetrics.openTelemetryHttp();

const counting: Partial<MicroserviceProps> = { ports: [Port.http(8080), metricsPort], telemetry: { requestMetrics } };

function operator(props: Partial<PrometheusOperatorProps> = {}): PrometheusOperator {
  return new PrometheusOperator({ selector: { release: 'prometheus' }, retention: Duration.days(90), ...props });
}

/** A stack named `seen` on a platform with Istio and the Prometheus operator, which scrapes. */
function seen({ node }: ApplicationStack, platform: PlatformProps = {}, id = 'seen'): ApplicationStack {
  return new ApplicationStack(node.root, id, {
    platform: new Platform({
      mesh: new IstioMesh({ ingressGateway: new IstioIngressGateway() }),
      observability: { monitoring: operator() },
      cluster: new ClusterFacts({ scrapers }),
      ...platform,
    }),
  });
}

/** The same without a mesh. */
function bare(stack: ApplicationStack, platform: PlatformProps = {}): ApplicationStack {
  return seen(stack, { mesh: new NoMesh(), ...platform });
}

/** A microservice `cart` with objectives, which `web` calls. */
function called(
  stack: ApplicationStack,
  objectives: Objective[],
  props: Partial<MicroserviceProps> = {},
  options: CallOptions = {},
): Microservice {
  const microservice = cart(stack, { objectives, ...props });
  service(stack, 'web').calls(microservice, { port: 8080, ...options });
  return microservice;
}

/** A case in which objectives of `seen/cart` are wrong on any platform. */
function objectives(name: string, bad: Objective[], good: Objective[], expected: Expected): Case {
  const program = (stated: Objective[]) => (stack: ApplicationStack) => {
    called(seen(stack), stated);
  };
  return { name, bad: program(bad), good: program(good), path: 'seen/cart', ...expected };
}

const percent = (value: number, options: ObjectiveOptions = {}) => [Objective.availability(value, options)];
const within = (millis: number, options: ObjectiveOptions = {}) => [
  Objective.latency(99, Duration.millis(millis), options),
];
const over = (window: Duration, options: ObjectiveOptions = {}) => percent(99.9, { window, ...options });
const route = (stated: Partial<ObjectiveRoute> = {}) => ({
  route: { name: 'place-order', methods: ['POST'], ...stated },
});

/** A case in which a promise of somebody stated elsewhere is wrong. */
function promise(
  name: string,
  callee: (stack: ApplicationStack, availability: number) => MicroserviceReference | ExternalService,
  availability: number,
  expected: Omit<Expected, 'given'>,
): Case {
  const program = (value: number) => (stack: ApplicationStack) =>
    [seen(stack)].forEach((shop) => cart(shop).calls(callee(shop, value)));
  return {
    name,
    bad: program(availability),
    good: program(99.9),
    given: `availability was ${availability} percent`,
    allowed: 'below 100',
    ...expected,
  };
}

const stock = (_: ApplicationStack, availability?: number) =>
  new MicroserviceReference({
    name: 'stock',
    namespace: 'depot',
    ports: [Port.http(8080)],
    ...(availability !== undefined && { availability }),
  });
const bank = (stack: ApplicationStack, availability?: number) =>
  new ExternalService(stack, 'bank', {
    host: 'bank.example',
    ports: [Port.tls(443)],
    addresses: ['203.0.113.0/24'],
    ...(availability !== undefined && { availability }),
  });

describeCode('MS5001', [
  ...[0, 100, -1, 100.01, NaN, Infinity].map((value) =>
    objectives(`${value} percent`, percent(value), percent(99.9), {
      given: `it was ${value} percent`,
      allowed: 'above 0 and below 100',
      fix: 'as 99.9',
    }),
  ),
  objectives('of latency', [Objective.latency(100, Duration.millis(250))], within(250), {
    given: 'it was 100 percent',
    fix: 'as 99.9',
  }),
  objectives('a window too short', over(Duration.days(4)), over(Duration.days(5)), {
    given: 'it was 4 days',
    allowed: '5 days or more',
    fix: 'a longer window',
  }),
  objectives('no window', over(Duration.millis(0)), over(Duration.days(30)), {
    given: 'it was 0 days',
    fix: 'a longer window',
  }),
  objectives('parts of an hour', over(Duration.minutes(5 * 24 * 60 + 30)), over(Duration.hours(5 * 24 + 1)), {
    given: 'it was 5.02083',
    allowed: 'in whole hours',
    fix: 'a longer window',
  }),
  objectives('no threshold', within(0), within(1), { given: 'it was 0 ms', allowed: 'above 0', fix: 'how long' }),
  ...[0, -1, 1.5, NaN].map((minimumFailures) =>
    objectives(
      `${minimumFailures} failures`,
      percent(99.9, { minimumFailures }),
      percent(99.9, { minimumFailures: 1 }),
      { given: `minimumFailures was ${minimumFailures}`, allowed: 'from 1', fix: 'worth an alert' },
    ),
  ),
  objectives('two of availability', [...percent(99), ...percent(99.9)], [...percent(99.9), ...percent(99, route())], {
    given: 'cart states it more than once',
    allowed: 'one objective for each',
    fix: 'remove one',
  }),
  objectives(
    'two of one threshold',
    [...within(250), Objective.latency(90, Duration.seconds(0.25))],
    [...within(250), ...within(500)],
    { given: 'more than once', fix: 'remove one' },
  ),
  objectives('a route without anything', percent(99.9, route({ methods: [] })), percent(99.9, route()), {
    given: 'place-order had neither methods nor paths',
    fix: 'leave the route out',
  }),
  ...['', 'Place', 'place order', 'a--b', '-a'].map((name) =>
    objectives(
      `a route named '${name}'`,
      percent(99.9, route({ name })),
      percent(99.9, route({ name: 'place-order-2' })),
      { given: `it was '${name}'`, allowed: 'lower-case letters', fix: 'place-order' },
    ),
  ),
  ...['orders', '/orders/*/items', '*'].map((path) =>
    objectives(
      `the path ${path}`,
      percent(99.9, route({ paths: [path] })),
      percent(99.9, route({ paths: ['/orders', '/orders/*'] })),
      { given: `the path was '${path}'`, allowed: 'ending in *', fix: 'shorten it' },
    ),
  ),
  {
    name: 'a service of gRPC that is none',
    path: 'seen/cart',
    given: "the path was '/shop.Cart*'",
    allowed: '/package.Service',
    fix: 'methods',
    ...two(
      (paths) => (stack) =>
        called(seen(stack), percent(99.9, route({ methods: ['Get'], paths })), { ports: [Port.grpc(8080)] }),
      ['/shop.Cart*'],
      ['/shop.Cart'],
    ),
  },
  {
    name: 'routes of HTTP and of gRPC at once',
    path: 'seen/cart',
    given: 'ports of both',
    fix: 'microservices of their own',
    bad: (stack) => called(seen(stack), percent(99.9, route()), { ports: [Port.http(8080), Port.grpc(9090)] }),
    good: (stack) => called(seen(stack), percent(99.9), { ports: [Port.http(8080), Port.grpc(9090)] }),
  },
  objectives(
    'one name for two routes',
    [...percent(99.9, route()), ...within(250, route({ methods: ['GET'] }))],
    [...percent(99.9, route({ methods: ['GET', 'POST'] })), ...within(250, route({ methods: ['POST', 'GET'] }))],
    { given: 'different methods or paths', allowed: 'one name', fix: 'another name' },
  ),
  ...[0, 100, NaN].map((value) =>
    promise(`a reference promises ${value} percent`, stock, value, { path: 'seen/cart', fix: 'as 99.9' }),
  ),
  ...[0, 100, NaN].map((value) =>
    promise(`an external service promises ${value} percent`, bank, value, { path: 'seen/bank', fix: 'as 99.9' }),
  ),
]);

describeCode('MS5002', [
  {
    name: 'no monitoring',
    path: 'shop',
    given: 'stated: availability of cart',
    allowed: 'evaluates rules',
    fix: 'new PrometheusOperator',
    bad: (stack) => called(stack, percent(99.9)),
    good: (stack) => called(seen(stack), percent(99.9)),
  },
  {
    name: 'annotations without rules',
    path: 'seen',
    given: 'stated: availability, latency-250ms',
    fix: 'new PrometheusOperator',
    bad: (stack) =>
      called(seen(stack, { observability: { monitoring: new PrometheusAnnotations() } }), [
        ...percent(99.9),
        ...within(250),
      ]),
    good: (stack) =>
      called(
        seen(stack, {
          observability: { monitoring: new PrometheusAnnotations({ ruleSelector: { prometheus: 'rules' } }) },
        }),
        [...percent(99.9), ...within(250)],
      ),
  },
]);

/** A case in which what is stated of the monitoring is wrong. */
function stated(name: string, bad: Monitoring, good: Monitoring, expected: Expected): Case {
  const program = (monitoring: Monitoring) => (stack: ApplicationStack) => {
    cart(seen(stack, { observability: { monitoring } }));
  };
  return { name, bad: program(bad), good: program(good), path: 'seen', ...expected };
}

const alerting = (options: AlertingOptions) => operator({ alerting: options });
const every = (scrapeInterval: Duration) => operator({ scrapeInterval });
const certificate = (props: Partial<Parameters<typeof MetricsAccess.clientCertificate>[0]> = {}) =>
  operator({
    access: MetricsAccess.clientCertificate({ namespace: 'monitoring', serviceAccount: 'prometheus-k8s', ...props }),
  });

/** A case in which what is stated of an application's metrics is wrong. */
function custom(
  name: string,
  bad: Partial<RequestMetricsOptions>,
  good: Partial<RequestMetricsOptions>,
  expected: Expected,
): Case {
  const program = (options: Partial<RequestMetricsOptions>) => (stack: ApplicationStack) => {
    cart(bare(stack), {
      ...counting,
      telemetry: {
        requestMetrics: RequestMetrics.custom({
          requests: 'requests_total',
          resultLabel: 'code',
          failures: '5..',
          ...options,
        }),
      },
    });
  };
  return { name, bad: program(bad), good: program(good), path: 'seen/cart', ...expected };
}

describeCode('MS5003', [
  ...[Duration.seconds(0), Duration.seconds(76), Duration.millis(1500)].map((bad) =>
    stated(`scrapes every ${bad.toMilliseconds()} ms`, every(bad), every(Duration.seconds(75)), {
      given: `it was ${bad.toMilliseconds() / 1000} s`,
      allowed: 'from 1 to 75',
      fix: 'scrape more often',
    }),
  ),
  ...[0, 1.5, NaN].map((sampleLimit) =>
    stated(`${sampleLimit} samples`, operator({ sampleLimit }), operator({ sampleLimit: 1 }), {
      given: `it was ${sampleLimit}`,
      allowed: 'from 1',
      fix: 'such as 50000',
    }),
  ),
  stated(
    'a key of the selector',
    operator({ selector: { 'a b': 'x' } }),
    operator({ selector: { 'example.com/a': 'x' } }),
    { given: 'it was a b=x', fix: 'as the Prometheus object has it' },
  ),
  stated('a value of the selector', operator({ selector: { release: 'a b' } }), operator({ selector: {} }), {
    given: 'it was release=a b',
    fix: 'as the Prometheus object has it',
  }),
  stated(
    'a label of rule files',
    new PrometheusAnnotations({ ruleSelector: { '': 'x' } }),
    new PrometheusAnnotations({ ruleSelector: { a: 'x' } }),
    { given: 'it was =x', fix: 'as the Prometheus object has it' },
  ),
  stated(
    'samples that are not kept',
    operator({ retention: Duration.days(0) }),
    operator({ retention: Duration.days(1) }),
    { given: 'retention was 0 days', allowed: 'above 0', fix: 'how long' },
  ),
  stated('a severity that is none', alerting({ pageSeverity: '' }), alerting({ pageSeverity: 'sev1' }), {
    given: "it was ''",
    allowed: 'not empty',
    fix: 'as receivers are told by it',
  }),
  stated(
    'one severity',
    alerting({ pageSeverity: 'warning' }),
    alerting({ pageSeverity: 'warning', ticketSeverity: 'info' }),
    { given: 'it was warning', allowed: 'two severities', fix: 'pages a person' },
  ),
  stated(
    'no address of runbooks',
    alerting({ runbookUrl: 'runbooks' }),
    alerting({ runbookUrl: 'https://runbooks.example.com/' }),
    { given: "it was 'runbooks'", allowed: 'HTTP', fix: 'https://runbooks.example.com/' },
  ),
  stated(
    'of annotations too',
    new PrometheusAnnotations({ alerting: { ticketSeverity: 'critical' } }),
    new PrometheusAnnotations({ alerting: { ticketSeverity: 'info' } }),
    { given: 'it was critical', fix: 'pages a person' },
  ),
  stated('a scraper of no namespace', certificate({ namespace: '' }), certificate(), {
    given: "it was ''",
    allowed: '63',
    fix: 'as the pods of Prometheus',
  }),
  stated('a scraper of no account', certificate({ serviceAccount: 'a b' }), certificate({ serviceAccount: 'a.b' }), {
    given: "it was 'a b'",
    allowed: 'names of objects',
    fix: 'as the pods of Prometheus',
  }),
  stated('certificates somewhere', certificate({ folder: 'certs' }), certificate({ folder: '/certs' }), {
    given: "it was 'certs'",
    allowed: 'from /',
    fix: 'as the pods of Prometheus',
  }),
  custom(
    'the counter',
    { requests: 'http requests' },
    { requests: 'http:requests' },
    { given: "a metric was 'http requests'", allowed: 'no digit first', fix: 'exposes' },
  ),
  custom('the histogram', { duration: '' }, { duration: 'seconds' }, { given: "a metric was ''", fix: 'exposes' }),
  ...(['resultLabel', 'methodLabel', 'pathLabel'] as const).map((label) =>
    custom(
      label,
      { [label]: 'status-code' },
      { [label]: 'status_code' },
      { given: "a label was 'status-code'", allowed: 'underscores', fix: 'exposes' },
    ),
  ),
  ...['5(', '', '(?!2)..', '(a)\\1'].map((failures) =>
    custom(
      `the failures '${failures}'`,
      { failures },
      { failures: '5..|429' },
      { given: `failures were '${failures}'`, allowed: 'not empty', fix: 'RE2' },
    ),
  ),
  ...[[], [500, 250], [0, 1], [250, 250]].map((bounds) =>
    custom(
      `buckets of ${bounds.join(', ')}`,
      { buckets: bounds.map(Duration.millis) },
      { buckets: [Duration.millis(0.5), Duration.seconds(1)] },
      { given: 'buckets were', allowed: 'ascending', fix: 'without the last' },
    ),
  ),
]);

describeCode(
  'MS5101',
  ['9team', 'a-b', '__team', 'severity', 'namespace', 'objective'].map((label) =>
    stated(
      `all alerts with a label ${label}`,
      alerting({ labels: { [label]: 'x' } }),
      alerting({ labels: { team: 'x' } }),
      { given: `the label ${label}=x (platform)`, fix: 'label' },
    ),
  ),
);

const closed = { cluster: new ClusterFacts() };

describeCode('MS5004', [
  {
    name: 'a port of metrics',
    path: 'seen',
    given: 'the platform has PrometheusOperator, and the cluster states no scrapers',
    allowed: 'NetworkPeer.pods',
    fix: 'where Prometheus runs',
    bad: (stack) => cart(bare(stack, closed), counting),
    good: (stack) => cart(bare(stack), counting),
  },
  {
    name: 'the proxy of whoever there is',
    path: 'seen',
    given: 'PrometheusOperator',
    fix: 'where Prometheus runs',
    bad: (stack) => cart(seen(stack, closed)),
    good: (stack) => cart(seen(stack)),
  },
  {
    name: 'annotations',
    path: 'seen',
    given: 'PrometheusAnnotations',
    fix: 'where Prometheus runs',
    bad: (stack) =>
      cart(bare(stack, { ...closed, observability: { monitoring: new PrometheusAnnotations() } }), counting),
    good: (stack) => cart(bare(stack, { ...closed, observability: { monitoring: new PrometheusAnnotations() } })),
  },
  {
    name: 'everybody is let in',
    path: 'seen',
    given: 'PrometheusOperator',
    fix: 'where Prometheus runs',
    bad: (stack) => cart(bare(stack, closed), counting),
    good: (stack) => cart(bare(stack, closed), { ...counting, security: { networkPolicy: false } }),
  },
  {
    name: 'nobody scrapes',
    path: 'seen',
    given: 'PrometheusOperator',
    fix: 'where Prometheus runs',
    bad: (stack) => cart(bare(stack, closed), counting),
    good: (stack) => cart(stack, counting),
  },
]);

const annotated: Partial<MicroserviceProps> = {
  metadata: { podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' } },
};

describeCode('MS5005', [
  {
    name: 'by monitors and annotations',
    path: 'seen/cart',
    given: 'metadata.podAnnotations held prometheus.io/port, prometheus.io/scrape, and PrometheusOperator scrapes',
    allowed: 'servesMetrics: true',
    fix: 'leave the annotations out',
    bad: (stack) => cart(bare(stack), { ...counting, ...annotated }),
    good: (stack) => cart(bare(stack), { ...counting, metadata: { podAnnotations: { 'example.com/port': '9090' } } }),
  },
  {
    name: 'by annotations of two hands',
    path: 'seen/cart',
    given: 'PrometheusAnnotations scrapes',
    fix: 'leave the annotations out',
    bad: (stack) =>
      cart(bare(stack, { observability: { monitoring: new PrometheusAnnotations() } }), { ...counting, ...annotated }),
    good: (stack) => cart(bare(stack, { observability: { monitoring: new PrometheusAnnotations() } }), annotated),
  },
  {
    name: 'not where nothing is to be collected',
    path: 'seen/cart',
    given: 'prometheus.io/scrape',
    fix: 'leave the annotations out',
    bad: (stack) => cart(seen(stack), { metadata: { podAnnotations: { 'prometheus.io/scrape': 'true' } } }),
    good: (stack) => cart(seen(stack), { metadata: { podAnnotations: { 'prometheus.io/scrape': 'false' } } }),
  },
  {
    name: 'through the proxy',
    path: 'seen/cart',
    given: 'PrometheusOperator scrapes',
    fix: 'leave the annotations out',
    bad: (stack) => cart(seen(stack), annotated),
    good: (stack) => cart(bare(stack), annotated),
  },
  {
    name: 'nobody else scrapes',
    path: 'seen/cart',
    given: 'PrometheusOperator scrapes',
    fix: 'leave the annotations out',
    bad: (stack) => cart(bare(stack), { ...counting, ...annotated }),
    good: (stack) => cart(stack, { ...counting, ...annotated }),
  },
]);

const twoPorts = { ports: [Port.http(8080), metricsPort, Port.http(9091, { name: 'more', servesMetrics: true })] };

describeCode('MS5006', [
  {
    name: 'annotations',
    path: 'seen/cart',
    given: 'ports 9090, 9091 of cart serve metrics',
    allowed: 'one port',
    fix: 'PrometheusOperator',
    bad: (stack) => cart(bare(stack, { observability: { monitoring: new PrometheusAnnotations() } }), twoPorts),
    good: (stack) => cart(bare(stack), twoPorts),
  },
  {
    name: 'the proxy',
    path: 'seen/cart',
    given: 'ports 9090, 9091 serve metrics',
    allowed: 'another MetricsAccess',
    fix: 'one port',
    bad: (stack) => cart(seen(stack), twoPorts),
    good: (stack) =>
      cart(seen(stack, { observability: { monitoring: operator({ access: MetricsAccess.openPort() }) } }), twoPorts),
  },
  {
    name: 'the proxy, by annotations',
    path: 'seen/cart',
    given: 'ports 9090, 9091 serve metrics',
    fix: 'one port',
    bad: (stack) => cart(seen(stack, { observability: { monitoring: new PrometheusAnnotations() } }), twoPorts),
    good: (stack) =>
      cart(seen(stack, { observability: { monitoring: new PrometheusAnnotations() } }), {
        ports: [Port.http(8080), metricsPort, Port.http(9091, { name: 'more', targetPort: 9090, servesMetrics: true })],
      }),
  },
]);

const unmerged = { ...counting, metadata: { podAnnotations: { 'prometheus.istio.io/merge-metrics': 'false' } } };

describeCode('MS5013', [
  {
    name: 'an annotation',
    path: 'seen/cart',
    given: 'prometheus.istio.io/merge-metrics: false',
    allowed: 'asks the application',
    fix: 'another MetricsAccess',
    bad: (stack) => cart(seen(stack), unmerged),
    good: (stack) =>
      cart(seen(stack), { ...counting, metadata: { podAnnotations: { 'prometheus.istio.io/merge-metrics': 'true' } } }),
  },
  {
    name: 'not where the port itself is scraped',
    path: 'seen/cart',
    given: 'MetricsAccess.merged()',
    fix: 'leave the annotation out',
    bad: (stack) => cart(seen(stack), unmerged),
    good: (stack) =>
      cart(seen(stack, { observability: { monitoring: operator({ access: MetricsAccess.openPort() }) } }), unmerged),
  },
]);

/** A case without a mesh in which nothing measures an objective of `cart`. */
function unmeasured(
  name: string,
  bad: Partial<MicroserviceProps>,
  expected: Expected,
  objective: Objective = percent(99.9)[0]!,
): Case {
  const program = (props: Partial<MicroserviceProps>) => (stack: ApplicationStack) => {
    cart(bare(stack), { ...counting, objectives: [objective], ...props });
  };
  return { name, bad: program(bad), good: program({}), path: 'seen/cart', ...expected };
}

const poor = RequestMetrics.custom({ requests: 'requests_total', resultLabel: 'code', failures: '5..' });

describeCode('MS5007', [
  unmeasured(
    'no metrics',
    { telemetry: { requestMetrics: undefined } },
    {
      given: 'no mesh reports requests, and requestMetrics are not stated',
      allowed: 'a mesh, or requestMetrics',
      fix: 'state the application',
    },
  ),
  unmeasured(
    'no port',
    { ports: [Port.http(8080)] },
    { given: 'no port serves metrics', allowed: 'servesMetrics: true', fix: 'which port' },
  ),
  unmeasured(
    'no histogram',
    { telemetry: { requestMetrics: poor } },
    { given: 'no histogram of durations', allowed: 'with a duration', fix: 'state the histogram' },
    within(250)[0],
  ),
  unmeasured(
    'no label for methods',
    { telemetry: { requestMetrics: poor } },
    { given: 'no label for the methods or paths of place-order', allowed: 'methodLabel', fix: 'state the labels' },
    percent(99.9, route())[0],
  ),
  unmeasured(
    'no label for paths',
    {
      telemetry: {
        requestMetrics: RequestMetrics.custom({
          requests: 'requests_total',
          resultLabel: 'code',
          failures: '5..',
          methodLabel: 'method',
        }),
      },
    },
    { given: 'methods or paths of place-order', fix: 'state the labels' },
    percent(99.9, route({ paths: ['/a'] }))[0],
  ),
  {
    name: 'no mesh, although it is the source',
    path: 'seen/cart',
    given: 'its source is the mesh',
    allowed: 'platforms with a mesh',
    fix: 'leave the source out',
    bad: (stack) => called(bare(stack), percent(99.9, { source: MetricSource.MESH }), counting),
    good: (stack) => called(seen(stack), percent(99.9, { source: MetricSource.MESH })),
  },
  {
    name: 'a mesh, and the application as the source',
    path: 'seen/cart',
    given: 'requestMetrics are not stated',
    fix: 'state the application',
    bad: (stack) => called(seen(stack), percent(99.9, { source: MetricSource.APPLICATION })),
    good: (stack) => called(seen(stack), percent(99.9, { source: MetricSource.APPLICATION }), counting),
  },
  {
    name: 'nobody calls',
    path: 'seen/cart',
    given: 'it receives no requests',
    allowed: 'that are called',
    fix: 'state who calls it',
    bad: (stack) => cart(seen(stack), { objectives: percent(99.9) }),
    good: (stack) =>
      cart(seen(stack), { objectives: percent(99.9) }).expose({ host: 'cart.example.com', public: true }),
  },
  {
    name: 'nobody calls, and the mesh is to count',
    path: 'seen/cart',
    given: 'it receives no requests',
    fix: 'state who calls it',
    bad: (stack) => cart(seen(stack), { ...counting, objectives: percent(99.9, { source: MetricSource.MESH }) }),
    good: (stack) => cart(seen(stack), { ...counting, objectives: percent(99.9) }),
  },
  {
    name: 'connections alone',
    path: 'seen/cart',
    given: 'it receives no requests',
    fix: 'its own metrics',
    bad: (stack) => called(seen(stack), percent(99.9), { ports: [Port.tcp(6379)] }, { port: 6379 }),
    good: (stack) => called(seen(stack), percent(99.9)),
  },
]);

describeCode('MS5008', [
  objectives('of the proxies', within(300), within(250), {
    given: 'it was 300 ms',
    allowed:
      '0.5 ms, 1 ms, 5 ms, 10 ms, 25 ms, 50 ms, 100 ms, 250 ms, 500 ms, 1000 ms, 2500 ms, 5000 ms, 10000 ms, ' +
      '30000 ms, 60000 ms, 300000 ms, 600000 ms, 1800000 ms, 3600000 ms',
    fix: 'one of these',
  }),
  {
    name: 'of proxies with other bounds',
    path: 'seen/cart',
    given: 'it was 250 ms',
    allowed: '100 ms, 300 ms',
    fix: 'one of these',
    ...two(
      (millis) => (stack) =>
        called(
          seen(stack, { mesh: new IstioMesh({ durationBounds: [Duration.millis(100), Duration.millis(300)] }) }),
          within(millis),
        ),
      250,
      300,
    ),
  },
  {
    name: 'of OpenTelemetry',
    path: 'seen/cart',
    given: 'it was 300 ms',
    allowed:
      '5 ms, 10 ms, 25 ms, 50 ms, 75 ms, 100 ms, 250 ms, 500 ms, 750 ms, 1000 ms, 2500 ms, 5000 ms, 7500 ms, 10000 ms',
    fix: 'one of these',
    ...two((millis) => (stack) => cart(bare(stack), { ...counting, objectives: within(millis) }), 300, 750),
  },
  {
    name: 'of the application, in a mesh',
    path: 'seen/cart',
    given: 'it was 30000 ms',
    allowed: '7500 ms, 10000 ms',
    fix: 'one of these',
    ...two(
      (millis) => (stack) =>
        called(seen(stack), within(millis, { source: MetricSource.APPLICATION }), {
          ...counting,
          lifecycle: { longestRequest: Duration.seconds(60) },
        }),
      30_000,
      7500,
    ),
  },
  {
    name: 'of buckets of its own',
    path: 'seen/cart',
    given: 'it was 250 ms',
    allowed: '200 ms, 400 ms',
    fix: 'one of these',
    ...two(
      (millis) => (stack) =>
        cart(bare(stack), {
          ...counting,
          objectives: within(millis),
          telemetry: {
            requestMetrics: RequestMetrics.custom({
              requests: 'requests_total',
              resultLabel: 'code',
              failures: '5..',
              duration: 'seconds',
              buckets: [Duration.millis(200), Duration.millis(400)],
            }),
          },
        }),
      250,
      400,
    ),
  },
]);

/** The same program, wrong with one number and right with another. */
function two<T>(program: (value: T) => (stack: ApplicationStack) => void, bad: T, good: T): Pick<Case, 'bad' | 'good'> {
  return { bad: program(bad), good: program(good) };
}

describeCode('MS5009', [
  objectives('90 percent over 30 days', percent(90), percent(93.1), {
    given: '90 percent over 30 days: the alert over 1 h wants 14.4 times the error budget, 144.0 percent',
    allowed: 'above 93.06 percent',
    fix: 'a shorter window',
  }),
  objectives(
    'exactly all requests',
    percent(95, { window: Duration.hours(1000) }),
    percent(95, { window: Duration.hours(999) }),
    { given: '20 times the error budget, 100.0 percent', fix: 'a higher percentage' },
  ),
  objectives(
    'of latency',
    [Objective.latency(90, Duration.millis(250))],
    [Objective.latency(90, Duration.millis(250), { window: Duration.days(7) })],
    { given: '144.0 percent', fix: 'a shorter window' },
  ),
]);

const promising = (stack: ApplicationStack, id: string, value?: number) =>
  service(stack, id, value === undefined ? {} : { objectives: percent(value) });

/** A case in which `seen/cart`, which is called, promises 99.9 percent, more than its callees allow. */
function infeasible(
  name: string,
  bad: (stack: ApplicationStack, caller: Microservice) => void,
  good: (stack: ApplicationStack, caller: Microservice) => void,
  expected: Partial<Case>,
): Case {
  const program = (state: typeof bad) => (stack: ApplicationStack) => {
    const shop = seen(stack);
    state(shop, called(shop, percent(99.9)));
  };
  return {
    name,
    bad: program(bad),
    good: program(good),
    path: 'seen/cart',
    given: '99.9 percent; ',
    fix: 'soft: true',
    ...expected,
  };
}

describeCode('MS5010', [
  infeasible(
    'the product of two',
    (stack, caller) =>
      [
        ['a', 99.95],
        ['b', 99.9],
      ].forEach(([id, value]) => caller.calls(promising(stack, id as string, value as number))),
    (stack, caller) => ['a', 'b'].forEach((id) => caller.calls(promising(stack, id, 99.95))),
    { given: '99.9 percent; a 99.95 x b 99.9 = 99.8500 percent', allowed: 'up to 99.8500 percent' },
  ),
  infeasible(
    'one that it could do without',
    (stack, caller) => caller.calls(promising(stack, 'a', 99)),
    (stack, caller) => caller.calls(promising(stack, 'a', 99), { soft: true }),
    { given: 'a 99 = 99.0000 percent' },
  ),
  infeasible(
    'some requests',
    (stack, caller) => caller.calls(promising(stack, 'a', 99), { callsPerRequest: 0.5 }),
    (stack, caller) => caller.calls(promising(stack, 'a', 99), { callsPerRequest: 0.1 }),
    { given: 'a 99 for 50 percent of the requests = 99.5000 percent' },
  ),
  infeasible(
    'several calls count once',
    (stack, caller) => caller.calls(promising(stack, 'a', 99.8), { callsPerRequest: 3 }),
    (stack, caller) => caller.calls(promising(stack, 'a', 99.9), { callsPerRequest: 3 }),
    { given: 'a 99.8 = 99.8000 percent' },
  ),
  infeasible(
    'behind one that promises nothing',
    (stack, caller) => through(stack, caller, 99),
    (stack, caller) => through(stack, caller, 99.95),
    { given: 'far 99 = 99.0000 percent' },
  ),
  infeasible(
    'two ways to one',
    (stack, caller) => diamond(stack, caller, 99.8),
    (stack, caller) => diamond(stack, caller, 99.9),
    { given: 'far 99.8 = 99.8000 percent' },
  ),
  infeasible(
    'a callee of another application',
    (stack, caller) => caller.calls(stock(stack, 99)),
    (stack, caller) => caller.calls(stock(stack)),
    { given: 'stock 99 = 99.0000 percent' },
  ),
  infeasible(
    'an external service',
    (stack, caller) => caller.calls(bank(stack, 99)),
    (stack, caller) => caller.calls(bank(stack)),
    { given: 'bank 99 = 99.0000 percent' },
  ),
  infeasible(
    'mutual calls',
    (stack, caller) => circle(stack, caller, 99),
    (stack, caller) => circle(stack, caller, 99.95),
    { given: 'far 99 = 99.0000 percent' },
  ),
]);

function through(stack: ApplicationStack, caller: Microservice, value: number): void {
  const between = promising(stack, 'between');
  caller.calls(between);
  between.calls(promising(stack, 'far', value));
}

function diamond(stack: ApplicationStack, caller: Microservice, value: number): void {
  const far = promising(stack, 'far', value);
  for (const id of ['left', 'right']) {
    const between = promising(stack, id);
    caller.calls(between);
    between.calls(far);
  }
}

function circle(stack: ApplicationStack, caller: Microservice, value: number): void {
  const between = promising(stack, 'between');
  caller.calls(between);
  between.calls(caller);
  between.calls(promising(stack, 'far', value));
}

test('MS5010: objectives of latency and of routes promise nothing of all requests', () => {
  expect(
    findings((stack) => {
      const shop = seen(stack);
      called(shop, [...within(250), ...percent(99.99, route())]).calls(promising(shop, 'a', 99));
    }),
  ).toEqual([]);
});

test('MS5010: without callees there is no product to exceed', () =>
  expect(findings((stack) => called(seen(stack), percent(101))).map(({ code }) => code)).toEqual(['MS5001']));

const waits = (timeout: Duration, more: Partial<CallOptions> = {}) => ({ timeout, ...more });

describeCode('MS5011', [
  {
    name: 'the only caller',
    path: 'seen/cart',
    given: 'gives up after 1000 ms',
    allowed: 'below 1000 ms',
    fix: 'a lower threshold',
    bad: (stack) => called(seen(stack), within(1000), {}, waits(Duration.seconds(1))),
    good: (stack) => called(seen(stack), within(500), {}, waits(Duration.seconds(1))),
  },
  {
    name: 'a caller that waits longer',
    path: 'seen/cart',
    given: 'gives up after 1000 ms',
    fix: 'a lower threshold',
    bad: (stack) => called(seen(stack), within(1000), {}, waits(Duration.seconds(1))),
    good: (stack) =>
      service(seenOf(called(seen(stack), within(1000), {}, waits(Duration.seconds(1)))), 'patient').calls(
        cartIn(stack),
        { timeout: Duration.seconds(2) },
      ),
  },
  {
    name: 'clients outside',
    path: 'seen/cart',
    given: 'gives up after 1000 ms',
    fix: 'a lower threshold',
    bad: (stack) => called(seen(stack), within(1000), {}, waits(Duration.seconds(1))),
    good: (stack) =>
      called(seen(stack), within(1000), {}, waits(Duration.seconds(1))).expose({
        host: 'cart.example.com',
        public: true,
      }),
  },
  {
    name: 'the longest request',
    path: 'seen/cart',
    given: 'gives up after 30000 ms',
    fix: 'an objective of availability',
    bad: (stack) => called(seen(stack), within(30_000)),
    good: (stack) => called(seen(stack), within(30_000), { lifecycle: { longestRequest: Duration.seconds(60) } }),
  },
]);

function seenOf({ node }: Microservice): ApplicationStack {
  return node.scope as ApplicationStack;
}

function cartIn({ node }: ApplicationStack): Microservice {
  return node.root.node.findChild('seen').node.findChild('cart') as Microservice;
}

describeCode('MS5012', [
  {
    name: 'a month',
    path: 'seen/cart',
    given: 'its window is 30 days; PrometheusOperator keeps samples for 15',
    allowed: 'up to 15 days',
    fix: 'keep samples longer',
    bad: (stack) =>
      called(seen(stack, { observability: { monitoring: operator({ retention: Duration.days(15) }) } }), percent(99.9)),
    good: (stack) =>
      called(seen(stack, { observability: { monitoring: operator({ retention: Duration.days(30) }) } }), percent(99.9)),
  },
  {
    name: 'a shorter window',
    path: 'seen/cart',
    given: 'its window is 16 days',
    fix: 'a shorter window',
    bad: (stack) =>
      called(
        seen(stack, { observability: { monitoring: operator({ retention: Duration.days(15) }) } }),
        over(Duration.days(16)),
      ),
    good: (stack) =>
      called(
        seen(stack, { observability: { monitoring: operator({ retention: Duration.days(15) }) } }),
        over(Duration.days(15)),
      ),
  },
]);

const bounds = (...millis: number[]) => ({ mesh: new IstioMesh({ durationBounds: millis.map(Duration.millis) }) });

describeCode(
  'MS4009',
  [[], [0, 5], [10, 5], [5, 5]].map((bad) => ({
    name: `bounds of durations: ${bad.join(', ') || 'none'}`,
    path: 'seen',
    given: `durationBounds were ${bad.map((bound) => `${bound} ms`).join(', ') || 'none'}`,
    allowed: 'ascending',
    fix: 'statsHistogramBuckets',
    bad: (stack: ApplicationStack) => {
      seen(stack, bounds(...bad));
    },
    good: (stack: ApplicationStack) => {
      seen(stack, bounds(0.5, 5, 10));
    },
  })),
);

test('a program in which everything fits has no finding', () => {
  expect(
    findings((stack) => {
      called(seen(stack), [...percent(99.9), ...within(250), ...percent(99.5, route())], counting);
    }),
  ).toEqual([]);
});
