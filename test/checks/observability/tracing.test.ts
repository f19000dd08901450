import {
  ApplicationStack,
  Instrumentation,
  IstioMesh,
  Microservice,
  MicroserviceReference,
  NoMesh,
  OtlpProtocol,
  Platform,
  PlatformProps,
  PodSecurityLevel,
  Port,
  Propagator,
  Tracing,
  TracingProps,
} from '../../../lib';
import { COLLECTOR } from '../../emit/observability/program';
import { Case, cart, describeCode, findings, service } from '../cases';

type Expected = Pick<Case, 'given' | 'fix'> & Partial<Case>;
type Stated = Parameters<typeof cart>[1];

const tracing = (props: Partial<TracingProps> = {}) => new Tracing({ collector: COLLECTOR, ...props });
const on = ({ node }: ApplicationStack, platform: PlatformProps, podSecurity = PodSecurityLevel.RESTRICTED) =>
  new ApplicationStack(node.root, 'traced', { platform: new Platform(platform), podSecurity });

/** A case in which what a platform with Istio says of tracing is wrong. */
function stated(name: string, bad: Partial<TracingProps>, good: Partial<TracingProps>, expected: Expected): Case {
  const program = (props: Partial<TracingProps>) => (stack: ApplicationStack) => {
    cart(on(stack, { mesh: new IstioMesh(), observability: { tracing: tracing(props) } }));
  };
  return { name, bad: program(bad), good: program(good), path: 'traced', ...expected };
}

/** A case in which a microservice is wrong on a platform. */
function asks(name: string, platform: PlatformProps, bad: Stated, good: Stated, expected: Expected): Case {
  const program = (props: Stated) => (stack: ApplicationStack) => {
    cart(on(stack, platform), props);
  };
  return { name, bad: program(bad), good: program(good), path: 'traced/cart', ...expected };
}

const sampled = (samplingPercentage: number) =>
  stated(
    `${samplingPercentage} percent`,
    { samplingPercentage },
    { samplingPercentage: 0.01 },
    { given: `samplingPercentage was ${samplingPercentage}`, allowed: '0 to 100 in steps of 0.01', fix: 'percentage' },
  );
const collected = (name: string, collector: object, expected: Expected) =>
  stated(name, { collector: { ...COLLECTOR, ...collector } }, {}, expected);

describeCode('MS5301', [
  ...[-0.01, 100.01, 200, NaN, Infinity, 0.005, 33.333].map(sampled),
  collected(
    'a service that is an address',
    { service: 'http://collector' },
    { given: "service was 'http://collector'", fix: 'name of its Service' },
  ),
  collected(
    'a service with its namespace',
    { service: 'collector.telemetry' },
    { given: "service was 'collector.telemetry'", fix: 'namespace' },
  ),
  collected('no namespace', { namespace: '' }, { given: "namespace was ''", fix: 'namespace' }),
  collected('no labels', { labels: {} }, { given: 'labels were none', fix: 'its pods carry' }),
  collected(
    'labels that are none',
    { labels: { 'a b': 'x', c: 'd e' } },
    { given: 'a b=x, c=d e', fix: 'its pods carry' },
  ),
  ...[0, 65536, 43.17].map((port) =>
    collected(`port ${port}`, { port }, { given: `port was ${port}`, fix: 'leave the port out' }),
  ),
  stated(
    'no propagators',
    { propagators: [] },
    { propagators: [Propagator.TRACE_CONTEXT] },
    { given: 'were none', fix: 'TRACE_CONTEXT' },
  ),
  stated('baggage alone', { propagators: [Propagator.BAGGAGE] }, {}, { given: 'were baggage', fix: 'TRACE_CONTEXT' }),
  stated(
    'a propagator twice',
    { propagators: [Propagator.TRACE_CONTEXT, Propagator.TRACE_CONTEXT] },
    {},
    { given: 'tracecontext, tracecontext', fix: 'once' },
  ),
  stated(
    'an empty provider',
    { meshProvider: ' ' },
    { meshProvider: 'otel' },
    { given: "meshProvider was ' '", fix: 'leave it out' },
  ),
  asks(
    'no propagators of a microservice',
    { observability: { tracing: tracing() } },
    { telemetry: { propagators: [] } },
    { telemetry: { propagators: [Propagator.B3] } },
    { given: 'propagators of cart were none', fix: 'TRACE_CONTEXT' },
  ),
]);

describeCode('MS5302', [
  collected(
    'gRPC to the port of HTTP',
    { port: 4318 },
    { given: 'protocol was grpc, port was 4318', fix: 'leave the port out' },
  ),
  stated(
    'HTTP to the port of gRPC',
    { collector: { ...COLLECTOR, protocol: OtlpProtocol.HTTP_PROTOBUF, port: 4317 } },
    { collector: { ...COLLECTOR, protocol: OtlpProtocol.HTTP_PROTOBUF, port: 55681 } },
    { given: 'protocol was http/protobuf, port was 4317', fix: 'leave the port out' },
  ),
  asks(
    'gRPC stated beside an endpoint of HTTP',
    { observability: { tracing: tracing() } },
    { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://agent:4318', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' } },
    { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://agent:4318' } },
    { given: 'OTEL_EXPORTER_OTLP_PROTOCOL was grpc', fix: "'http/protobuf'" },
  ),
  asks(
    'an endpoint of unknown protocol',
    { observability: { tracing: tracing() } },
    { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.com' } },
    { env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.com', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' } },
    { given: 'OTEL_EXPORTER_OTLP_ENDPOINT was https://otlp.example.com', fix: 'state OTEL_EXPORTER_OTLP_PROTOCOL' },
  ),
  asks(
    'the agent for Python with gRPC',
    { observability: { tracing: tracing({ operator: true }) } },
    { telemetry: { instrumentation: Instrumentation.PYTHON } },
    { telemetry: { instrumentation: Instrumentation.JAVA } },
    { given: 'the collector takes grpc', fix: 'HTTP' },
  ),
]);

const privileged = (props: Stated) => (stack: ApplicationStack) => {
  cart(on(stack, { observability: { tracing: tracing({ operator: true }) } }, PodSecurityLevel.PRIVILEGED), props);
};
const TARGET = { 'instrumentation.opentelemetry.io/otel-go-auto-target-exe': '/app' };

describeCode('MS5303', [
  asks(
    'an agent without the operator',
    { observability: { tracing: tracing() } },
    { telemetry: { instrumentation: Instrumentation.JAVA } },
    {},
    { given: 'telemetry.instrumentation was java (microservice cart)', fix: 'install the OpenTelemetry operator' },
  ),
  asks(
    'an agent without tracing',
    {},
    { telemetry: { instrumentation: Instrumentation.SDK } },
    {},
    { given: 'telemetry.instrumentation was sdk', fix: 'leave it out' },
  ),
  asks(
    'propagators without tracing',
    {},
    { telemetry: { propagators: [Propagator.B3] } },
    {},
    { given: 'telemetry.propagators were b3 (microservice cart)', fix: 'leave them out' },
  ),
  {
    name: 'an agent for Go without a program',
    bad: privileged({ telemetry: { instrumentation: Instrumentation.GO } }),
    good: privileged({ telemetry: { instrumentation: Instrumentation.GO }, metadata: { podAnnotations: TARGET } }),
    path: 'traced/cart',
    given: 'metadata.podAnnotations had no',
    fix: 'otel-go-auto-target-exe',
  },
  {
    name: 'proxies where there are none',
    path: 'traced',
    given: 'meshProvider was otel',
    allowed: 'IstioMesh',
    fix: 'leave it out',
    bad: (stack) => on(stack, { mesh: new NoMesh(), observability: { tracing: tracing({ meshProvider: 'otel' }) } }),
    good: (stack) =>
      on(stack, { mesh: new IstioMesh(), observability: { tracing: tracing({ meshProvider: 'otel' }) } }),
  },
]);

describeCode(
  'MS5304',
  [PodSecurityLevel.RESTRICTED, PodSecurityLevel.BASELINE].map((level) => ({
    name: level,
    path: 'traced/cart',
    given: `the Pod Security level was ${level}`,
    fix: 'build the SDK into cart',
    bad: (stack) => {
      cart(on(stack, { observability: { tracing: tracing({ operator: true }) } }, level), {
        telemetry: { instrumentation: Instrumentation.GO },
        metadata: { podAnnotations: TARGET },
      });
    },
    good: privileged({ telemetry: { instrumentation: Instrumentation.GO }, metadata: { podAnnotations: TARGET } }),
  })),
);

/** `web`, which calls `cart`, each with propagators of its own. */
function calls(web: Propagator[], carts: Propagator[], port = Port.http(8080)): (stack: ApplicationStack) => void {
  return (stack) => {
    const traced = on(stack, { observability: { tracing: tracing({ propagators: [Propagator.TRACE_CONTEXT] }) } });
    service(traced, 'web', { telemetry: { propagators: web } }).calls(
      cart(traced, { telemetry: { propagators: carts }, ports: [port] }),
    );
  };
}

const { TRACE_CONTEXT, BAGGAGE, B3, B3_MULTI } = Propagator;

describeCode('MS5305', [
  {
    name: 'a call',
    bad: calls([B3], [TRACE_CONTEXT]),
    good: calls([B3], [TRACE_CONTEXT, B3_MULTI]),
    path: 'traced/web',
    given: 'web propagates b3, cart tracecontext',
    fix: 'TRACE_CONTEXT',
  },
  {
    name: 'baggage in common',
    bad: calls([B3, BAGGAGE], [TRACE_CONTEXT, BAGGAGE]),
    good: calls([B3], [B3_MULTI]),
    path: 'traced/web',
    given: 'web propagates b3, baggage',
    fix: 'TRACE_CONTEXT',
  },
  {
    name: 'bytes, which have no headers',
    bad: calls([B3], [TRACE_CONTEXT]),
    good: calls([B3], [TRACE_CONTEXT], Port.tcp(8080)),
    path: 'traced/web',
    given: 'web',
    fix: 'TRACE_CONTEXT',
  },
  stated(
    'all applications and their proxies',
    { meshProvider: 'otel', propagators: [B3] },
    { propagators: [B3] },
    { given: 'applications propagate b3, proxies tracecontext', fix: 'TRACE_CONTEXT' },
  ),
  asks(
    'one and its proxy',
    { mesh: new IstioMesh(), observability: { tracing: tracing({ meshProvider: 'otel' }) } },
    { telemetry: { propagators: [B3] } },
    { telemetry: { propagators: [B3, TRACE_CONTEXT] } },
    { given: 'cart propagates b3, the proxy tracecontext', fix: 'TRACE_CONTEXT' },
  ),
]);

test('of a callee that is stated elsewhere nothing is known', () => {
  expect(
    findings((stack) => {
      const web: Microservice = service(on(stack, { observability: { tracing: tracing() } }), 'web', {
        telemetry: { propagators: [B3] },
      });
      web.calls(new MicroserviceReference({ name: 'cart', namespace: 'elsewhere', ports: [Port.http(80)] }));
    }).filter(({ code }) => code === 'MS5305'),
  ).toEqual([]);
});
