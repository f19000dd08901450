import { ClusterFacts, OtlpProtocol, Port, Propagator, Tracing, TracingProps } from '../../../../lib';
import { samplingRatio } from '../../../../lib/emit/observability/tracing/environment';
import { COLLECTOR, environmentOf, templateOf, valueOf, writtenOf } from '../program';

const traced = (props: Partial<TracingProps> = {}) => ({
  observability: { tracing: new Tracing({ collector: COLLECTOR, ...props }) },
});

test('SDKs are told who they are and how to trace', () => {
  const variables = environmentOf(
    writtenOf({ ...traced(), cluster: new ClusterFacts({ name: 'eu 1', domain: 'example.org' }) }),
  );
  expect(variables).toEqual([
    { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://collector.telemetry.svc.example.org:4317' },
    { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'grpc' },
    { name: 'OTEL_PROPAGATORS', value: 'tracecontext,baggage' },
    { name: 'OTEL_RESOURCE_ATTRIBUTES_POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    {
      name: 'OTEL_RESOURCE_ATTRIBUTES',
      value:
        'service.namespace=shop,service.version=1.4.2,' +
        'service.instance.id=shop.$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME).web,k8s.cluster.name=eu%201,' +
        'k8s.namespace.name=shop,k8s.deployment.name=web,' +
        'k8s.pod.name=$(OTEL_RESOURCE_ATTRIBUTES_POD_NAME),k8s.container.name=web',
    },
    { name: 'OTEL_SERVICE_NAME', value: 'web' },
    { name: 'OTEL_TRACES_SAMPLER', value: 'parentbased_traceidratio' },
    { name: 'OTEL_TRACES_SAMPLER_ARG', value: '0.05' },
  ]);
});

test('protocol and port go together', () => {
  const written = writtenOf(traced({ collector: { ...COLLECTOR, protocol: OtlpProtocol.HTTP_PROTOBUF } }));
  expect([valueOf(written, 'OTEL_EXPORTER_OTLP_ENDPOINT'), valueOf(written, 'OTEL_EXPORTER_OTLP_PROTOCOL')]).toEqual([
    'http://collector.telemetry.svc.cluster.local:4318',
    'http/protobuf',
  ]);
});

test.each([
  ['http://agent:4318', 'http/protobuf'],
  ['http://agent:4317', 'grpc'],
  ['http://$(HOST):4318/', 'http/protobuf'],
])('the protocol follows the endpoint %s that the program states', (endpoint, protocol) => {
  const other = protocol === 'grpc' ? OtlpProtocol.HTTP_PROTOBUF : OtlpProtocol.GRPC;
  const written = writtenOf(traced({ collector: { ...COLLECTOR, protocol: other } }), {
    env: { HOST: 'agent', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
  });
  expect(valueOf(written, 'OTEL_EXPORTER_OTLP_PROTOCOL')).toBe(protocol);
});

test('the protocol of one signal follows its own endpoint', () => {
  const written = writtenOf(traced(), { env: { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://agent:4318/v1/traces' } });
  expect(valueOf(written, 'OTEL_EXPORTER_OTLP_PROTOCOL')).toBe('grpc');
  expect(valueOf(written, 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL')).toBe('http/protobuf');
});

test('what the program states counts, and nothing stands twice', () => {
  const variables = environmentOf(
    writtenOf(traced(), { env: { OTEL_SERVICE_NAME: 'shopfront', OTEL_TRACES_SAMPLER: 'always_off' } }),
  );
  expect(variables.filter(({ name }) => ['OTEL_SERVICE_NAME', 'OTEL_TRACES_SAMPLER'].includes(name))).toEqual([
    { name: 'OTEL_SERVICE_NAME', value: 'shopfront' },
    { name: 'OTEL_TRACES_SAMPLER', value: 'always_off' },
  ]);
  expect(new Set(variables.map(({ name }) => name)).size).toBe(variables.length);
});

test("propagators of a microservice count more than the platform's", () => {
  const platform = traced({ propagators: [Propagator.TRACE_CONTEXT, Propagator.B3] });
  expect(valueOf(writtenOf(platform), 'OTEL_PROPAGATORS')).toBe('tracecontext,b3');
  expect(valueOf(writtenOf(platform, { telemetry: { propagators: [Propagator.B3_MULTI] } }), 'OTEL_PROPAGATORS')).toBe(
    'b3multi',
  );
});

test('an image without a tag has no version', () => {
  expect(
    valueOf(writtenOf(traced(), { image: `acme/web@sha256:${'0'.repeat(64)}` }), 'OTEL_RESOURCE_ATTRIBUTES'),
  ).not.toContain('service.version');
});

test('other containers are told nothing', () => {
  const template = templateOf(
    writtenOf(traced(), { pod: { containers: [{ name: 'helper', image: 'acme/helper:1' }] } }),
  );
  const helper = [...template.spec.containers, ...(template.spec.initContainers ?? [])].find(
    ({ name }) => name === 'helper',
  )!;
  expect(helper.env).toBeUndefined();
});

test('the collector itself is told nothing, and reports to nobody', () => {
  const collector = {
    ...COLLECTOR,
    service: 'web',
    namespace: 'shop',
    labels: { 'app.kubernetes.io/name': 'web' },
    port: 80,
  };
  const written = writtenOf(traced({ collector }), { ports: [Port.grpc(80)] });
  expect(environmentOf(written)).toEqual([]);
  expect(environmentOf(writtenOf(traced({ collector: { ...collector, namespace: 'other' } })))).not.toEqual([]);
});

test('where nothing is traced, pods are as they were', () => {
  expect(environmentOf(writtenOf({}))).toEqual([]);
});

test.each([
  [100, '1'],
  [0, '0'],
  [5, '0.05'],
  [0.07, '0.0007'],
  [0.01, '0.0001'],
  [33.3, '0.333'],
  [1.1, '0.011'],
  [99.99, '0.9999'],
  [14.14, '0.1414'],
])('%d percent is a ratio of %s', (percentage, ratio) => {
  expect(samplingRatio(percentage)).toBe(ratio);
});

test('no hundredth of a percent is written as a power or with noise', () => {
  for (let hundredths = 0; hundredths <= 10000; hundredths++) {
    const ratio = samplingRatio(hundredths / 100);
    expect(ratio).toMatch(/^(?:0|1|0\.\d{1,4})$/);
    expect(Math.round(Number(ratio) * 10000)).toBe(hundredths);
  }
});
