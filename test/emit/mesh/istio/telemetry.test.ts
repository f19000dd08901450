import { Duration } from 'cdk8s';
import { IstioMesh, Logging, LoggingProps, Tracing } from '../../../../lib';
import { all, find, ManifestObject, only } from '../../../support/manifests';
import { COLLECTOR, writtenOf } from '../../observability/program';

const mesh = new IstioMesh();
const written = (logging?: LoggingProps, tracing?: Tracing): ManifestObject[] =>
  writtenOf({
    mesh,
    observability: { ...(logging && { logging: new Logging(logging) }), ...(tracing && { tracing }) },
  });
const loggingOf = (logging: LoggingProps) => only(written(logging), 'Telemetry').spec.accessLogging[0]!;

test('spans and access logs are stated in one object for all of a namespace', () => {
  const tracing = new Tracing({ collector: COLLECTOR, samplingPercentage: 12.5, meshProvider: 'otel' });
  const telemetry = only(written({ everyRequest: true, meshProvider: 'json' }, tracing), 'Telemetry');
  expect(telemetry.metadata).toMatchObject({ name: 'default', namespace: 'shop' });
  expect(telemetry.spec).toEqual({
    tracing: [
      { match: { mode: 'SERVER' }, providers: [{ name: 'otel' }], randomSamplingPercentage: 12.5 },
      { match: { mode: 'CLIENT' }, providers: [{ name: 'otel' }], randomSamplingPercentage: 100 },
    ],
    accessLogging: [{ providers: [{ name: 'json' }] }],
  });
});

test.each([
  ['applications send no context on', { samplingPercentage: 12.5, applicationsPropagate: false }, 12.5],
  ['all is traced', { samplingPercentage: 100 }, 100],
  ['nothing is traced', { samplingPercentage: 0 }, 0],
])('proxies sample alike in both directions where %s', (_, props, percentage) => {
  const { spec } = only(
    written(undefined, new Tracing({ collector: COLLECTOR, meshProvider: 'otel', ...props })),
    'Telemetry',
  );
  expect(spec.tracing).toEqual([{ providers: [{ name: 'otel' }], randomSamplingPercentage: percentage }]);
});

test('each is left out where it is not stated, and the object where neither is', () => {
  expect(only(written({}), 'Telemetry').spec).not.toHaveProperty('tracing');
  expect(
    only(written(undefined, new Tracing({ collector: COLLECTOR, meshProvider: 'otel' })), 'Telemetry').spec,
  ).not.toHaveProperty('accessLogging');
  expect(all(written(), 'Telemetry')).toEqual([]);
  expect(all(written(undefined, new Tracing({ collector: COLLECTOR })), 'Telemetry')).toEqual([]);
});

test('errors and slow answers are logged by the provider that Istio brings', () => {
  expect(loggingOf({})).toEqual({
    providers: [{ name: 'envoy' }],
    filter: {
      expression:
        'response.code >= 400 || response.flags != 0 || ' +
        ('(request.headers["content-type"].startsWith("application/grpc") && response.grpc_status != 0) || ' +
          '(has(response.code) && request.duration > duration("1000ms"))'),
    },
  });
  expect(loggingOf({ slowerThan: Duration.millis(250) }).filter.expression).toContain('> duration("250ms")');
});

test('the collector is in scope of every proxy whose application or self reports to it', () => {
  const hosts = (tracing: Tracing) =>
    find(written(undefined, tracing), 'Sidecar', 'web').spec.egress.flatMap((egress) => egress.hosts);
  expect(hosts(new Tracing({ collector: COLLECTOR }))).toEqual(['telemetry/collector.telemetry.svc.cluster.local']);
  expect(hosts(new Tracing({ collector: { ...COLLECTOR, namespace: 'shop' } }))).toEqual([
    './collector.shop.svc.cluster.local',
  ]);
});
