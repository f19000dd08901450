import { Duration } from 'cdk8s';
import { applicationSeries, Matcher, RequestMetrics, tellsApart } from '../../../lib/values';

const TARGET: Matcher[] = [{ label: 'job', operator: '=', value: 'cart' }];
const custom = (options = {}) =>
  RequestMetrics.custom({ requests: 'requests_total', resultLabel: 'code', failures: '5..|429', ...options });
const matcher = (label: string, operator: string, value: string) => ({ label, operator, value });

/** What tells a route from other requests. */
function routeMatchers(metrics: RequestMetrics, methods: string[], paths: string[] = []) {
  return applicationSeries(metrics, TARGET, { name: 'route', methods, paths }).total[0]!.matchers.slice(1);
}

test('of OpenTelemetry over HTTP', () => {
  const metric = 'http_server_request_duration_seconds';
  expect(applicationSeries(RequestMetrics.openTelemetryHttp(), TARGET)).toEqual({
    total: [{ metric: `${metric}_count`, matchers: TARGET }],
    failed: [{ metric: `${metric}_count`, matchers: [...TARGET, matcher('http_response_status_code', '=~', '5..')] }],
    duration: {
      buckets: { metric: `${metric}_bucket`, matchers: TARGET },
      count: { metric: `${metric}_count`, matchers: TARGET },
      unitsPerSecond: 1,
      boundsMillis: [5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000],
    },
  });
});

test('of the middleware of gRPC', () => {
  const { total, failed, duration } = applicationSeries(RequestMetrics.grpcPrometheus(), TARGET);
  expect(total).toEqual([{ metric: 'grpc_server_handled_total', matchers: TARGET }]);
  expect(failed[0]!.matchers).toEqual([
    ...TARGET,
    matcher('grpc_code', '=~', 'Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss'),
  ]);
  expect([duration!.buckets.metric, duration!.count.metric]).toEqual([
    'grpc_server_handling_seconds_bucket',
    'grpc_server_handling_seconds_count',
  ]);
  expect(duration!.boundsMillis).toEqual([5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000]);
});

test('of its own names', () => {
  expect(applicationSeries(custom(), TARGET)).toEqual({
    total: [{ metric: 'requests_total', matchers: TARGET }],
    failed: [{ metric: 'requests_total', matchers: [...TARGET, matcher('code', '=~', '5..|429')] }],
  });
  const { duration } = applicationSeries(
    custom({ duration: 'seconds', buckets: [Duration.millis(0.5), Duration.seconds(2)] }),
    TARGET,
  );
  expect(duration).toEqual(expect.objectContaining({ boundsMillis: [0.5, 2000], unitsPerSecond: 1 }));
  expect(applicationSeries(custom({ duration: 'seconds' }), TARGET).duration!.boundsMillis).toContain(2500);
});

describe('a route', () => {
  test.each([
    [
      'methods of HTTP',
      RequestMetrics.openTelemetryHttp(),
      ['POST', 'GET'],
      [],
      [matcher('http_request_method', '=~', 'GET|POST')],
    ],
    [
      'paths of HTTP, whole or beginnings',
      RequestMetrics.openTelemetryHttp(),
      [],
      ['/b/*', '/a.json'],
      [matcher('http_route', '=~', '/a\\.json|/b/.*')],
    ],
    [
      'both',
      RequestMetrics.openTelemetryHttp(),
      ['GET'],
      ['/items/{id}'],
      [matcher('http_request_method', '=~', 'GET'), matcher('http_route', '=~', '/items/\\{id\\}')],
    ],
    [
      'methods of HTTP however they are written',
      RequestMetrics.openTelemetryHttp(),
      ['get'],
      [],
      [matcher('http_request_method', '=~', 'GET')],
    ],
    [
      'services of gRPC with a slash behind',
      RequestMetrics.grpcPrometheus(),
      [],
      ['/shop.Cart/'],
      [matcher('grpc_service', '=~', 'shop\\.Cart')],
    ],
    [
      'methods of gRPC',
      RequestMetrics.grpcPrometheus(),
      ['Get'],
      ['/shop.Cart'],
      [matcher('grpc_method', '=~', 'Get'), matcher('grpc_service', '=~', 'shop\\.Cart')],
    ],
    [
      'labels of its own',
      custom({ methodLabel: 'verb', pathLabel: 'uri' }),
      ['GET'],
      ['/a'],
      [matcher('verb', '=~', 'GET'), matcher('uri', '=~', '/a')],
    ],
    ['no label for it', custom(), ['GET'], ['/a'], []],
  ])('%s', (_, metrics, methods, paths, expected) => {
    expect(routeMatchers(metrics, methods, paths)).toEqual(expected);
  });

  test('narrows all of its series alike', () => {
    const { total, failed, duration } = applicationSeries(RequestMetrics.openTelemetryHttp(), TARGET, {
      name: 'get',
      methods: ['GET'],
    });
    for (const { matchers } of [total[0]!, failed[0]!, duration!.buckets, duration!.count])
      expect(matchers).toContainEqual(matcher('http_request_method', '=~', 'GET'));
  });

  test('a path matches itself alone', () => {
    const [path] = routeMatchers(RequestMetrics.openTelemetryHttp(), [], ['/a.b/(c)+[d]|^$', '/x\\y']);
    const pattern = new RegExp(`^(?:${path!.value})$`);
    expect(['/a.b/(c)+[d]|^$', '/x\\y', '/axb/(c)+[d]|^$', '/', ''].filter((text) => pattern.test(text))).toEqual([
      '/a.b/(c)+[d]|^$',
      '/x\\y',
    ]);
  });
});

test.each([
  [custom(), {}, true],
  [custom(), { methods: ['GET'] }, false],
  [custom(), { paths: ['/a'] }, false],
  [custom({ methodLabel: 'verb' }), { methods: ['GET'] }, true],
  [custom({ methodLabel: 'verb' }), { methods: ['GET'], paths: ['/a'] }, false],
  [custom({ methodLabel: 'verb', pathLabel: 'uri' }), { methods: ['GET'], paths: ['/a'] }, true],
  [RequestMetrics.grpcPrometheus(), { methods: ['Get'], paths: ['/a.B'] }, true],
])('%#: routes are told apart by labels: %j, %s', (metrics, route, expected) => {
  expect(tellsApart(metrics, { name: 'route', ...route })).toBe(expected);
});
