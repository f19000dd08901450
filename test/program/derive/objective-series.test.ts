import { Duration } from 'cdk8s';
import {
  IstioMesh,
  MetricSource,
  Monitoring,
  NoMesh,
  NoMonitoring,
  Objective,
  PlatformProps,
  Port,
  PrometheusAnnotations,
  PrometheusOperator,
  RequestMetrics,
} from '../../../lib';
import { meshRoutes, requestSeries } from '../../../lib/program';
import { serve, shopOn } from '../../emit/observability/program';

const monitoring = new PrometheusOperator({ selector: {} });
const requestMetrics = RequestMetrics.openTelemetryHttp();
const ports = [Port.http(80), Port.http(9090, { name: 'metrics', servesMetrics: true })];
const placeOrder = { name: 'place-order', methods: ['POST'] };

/** It sends itself requests: else no proxy would count any. */
function factsOf(platform: PlatformProps, props = {}) {
  const web = serve(shopOn({ observability: { monitoring }, ...platform }), 'web', {
    ports,
    telemetry: { requestMetrics },
    ...props,
  });
  web.calls(web, { port: 80 });
  return web._facts;
}

const totalOf = (platform: PlatformProps, about: Parameters<typeof requestSeries>[1], props = {}) =>
  requestSeries(factsOf(platform, props), about)?.total[0];

const mesh = { mesh: new IstioMesh() };
const none = { mesh: new NoMesh() };

describe('requests are counted by', () => {
  test.each<[string, PlatformProps, Parameters<typeof requestSeries>[1], string | undefined]>([
    ['the mesh, where there is one', mesh, {}, 'istio_requests_total'],
    ['the mesh, as is stated', mesh, { source: MetricSource.MESH }, 'istio_requests_total'],
    [
      'the application, as is stated',
      mesh,
      { source: MetricSource.APPLICATION },
      'http_server_request_duration_seconds_count',
    ],
    ['the application, where there is no mesh', none, {}, 'http_server_request_duration_seconds_count'],
    ['nobody, where the mesh should and is not there', none, { source: MetricSource.MESH }, undefined],
    ['nobody, where nobody scrapes', { ...mesh, observability: { monitoring: new NoMonitoring() } }, {}, undefined],
    [
      'nobody, where nobody scrapes the application',
      { ...none, observability: { monitoring: new NoMonitoring() } },
      {},
      undefined,
    ],
  ])('%s', (_, platform, about, expected) => {
    expect(totalOf(platform, about)?.metric).toBe(expected);
  });

  test('nobody, where the application does not', () => {
    expect(totalOf(none, {}, { telemetry: {} })).toBeUndefined();
  });
});

test("an application's series are told from others' by the labels that scrapers give them", () => {
  const labels = (provider: Monitoring) =>
    totalOf({ ...none, observability: { monitoring: provider } }, {})!.matchers.map(
      ({ label, operator, value }) => `${label}${operator}${value}`,
    );
  expect(labels(monitoring)).toEqual(['namespace=shop', 'job=web']);
  expect(labels(new PrometheusAnnotations())).toEqual(['namespace=shop', 'app_kubernetes_io_name=web']);
  expect(labels(new PrometheusAnnotations({ namespaceLabel: 'kubernetes_namespace', nameLabel: 'app' }))).toEqual([
    'kubernetes_namespace=shop',
    'app=web',
  ]);
});

test("of a route, the microservice's own proxies tell; of all requests, callers' do", () => {
  const matcher = (about: Parameters<typeof requestSeries>[1], label: string) =>
    totalOf(mesh, about)!.matchers.find((each) => each.label === label)?.value;
  expect([matcher({}, 'reporter'), matcher({}, 'request_operation')]).toEqual(['source', undefined]);
  expect([matcher({ route: placeOrder }, 'reporter'), matcher({ route: placeOrder }, 'request_operation')]).toEqual([
    'destination',
    'place-order',
  ]);
});

describe('routes that the mesh has to tell', () => {
  const routesOf = (objectives: Objective[], platform: PlatformProps = mesh) =>
    meshRoutes(factsOf(platform, { objectives })).map(({ name }) => name);

  test('are those of objectives, each once, in their order', () => {
    const read = { name: 'read', methods: ['GET'] };
    expect(
      routesOf([
        Objective.availability(99.9),
        Objective.availability(99.9, { route: read }),
        Objective.availability(99.9, { route: placeOrder }),
        Objective.latency(99, Duration.millis(250), { route: read }),
      ]),
    ).toEqual(['read', 'place-order']);
  });

  test('are not those of the application, nor any where nobody scrapes', () => {
    expect(routesOf([Objective.availability(99.9, { route: placeOrder, source: MetricSource.APPLICATION })])).toEqual(
      [],
    );
    expect(
      routesOf([Objective.availability(99.9, { route: placeOrder })], {
        ...mesh,
        observability: { monitoring: new NoMonitoring() },
      }),
    ).toEqual([]);
  });
});
