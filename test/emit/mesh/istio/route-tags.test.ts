import { Duration } from 'cdk8s';
import { MetricSource, NoMonitoring, Objective, ObjectiveRoute, Port, PrometheusOperator } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { IstioProgram, labelsOf, PROMETHEUS } from './program';

/** What `cart`, which `web` calls, writes of its telemetry. */
function tagged(
  objectives: Objective[],
  ports: Port[] = [Port.http(80)],
  monitoring = new PrometheusOperator({ selector: {} }) as PrometheusOperator | NoMonitoring,
) {
  const program = new IstioProgram({}, { scrapers: [PROMETHEUS] }, undefined, { observability: { monitoring } });
  program.serve('web').calls(program.serve('cart', { objectives, ports }), { port: ports[0]!.number });
  return program;
}

const of = (name: string, route: Partial<ObjectiveRoute>, options = {}) =>
  Objective.availability(99.5, { route: { name, ...route }, ...options });
const specOf = (...args: Parameters<typeof tagged>) => find(tagged(...args).written(), 'Telemetry', 'cart').spec;
const valueOf = (...args: Parameters<typeof tagged>) =>
  specOf(...args).metrics[0]!.overrides[0]!.tagOverrides.request_operation!.value;

test('the proxies of the microservice tag what objectives read, and nothing else', () => {
  const spec = specOf([of('place-order', { methods: ['POST'] })]);
  const tagOverrides = {
    request_operation: { operation: 'UPSERT', value: "request.method == 'POST' ? 'place-order' : 'other'" },
  };
  expect(spec).toEqual({
    selector: { matchLabels: labelsOf('cart') },
    metrics: [
      {
        providers: [{ name: 'prometheus' }],
        overrides: ['REQUEST_COUNT', 'REQUEST_DURATION'].map((metric) => ({
          match: { metric, mode: 'SERVER' },
          tagOverrides,
        })),
      },
    ],
  });
});

describe('a route in CEL', () => {
  test.each([
    ['methods', { methods: ['get', 'POST'] }, "(request.method == 'GET' || request.method == 'POST')"],
    ['a path', { paths: ['/a'] }, "request.url_path == '/a'"],
    ['a beginning of paths', { paths: ['/a/*'] }, "request.url_path.startsWith('/a/')"],
    [
      'both',
      { methods: ['GET'], paths: ['/b', '/a/*'] },
      "request.method == 'GET' && (request.url_path.startsWith('/a/') || request.url_path == '/b')",
    ],
    ['a path that would end the text', { paths: ["/it's"] }, "request.url_path == '/it\\'s'"],
  ])('%s', (_, route, expected) => {
    expect(valueOf([of('one', route)])).toBe(`${expected} ? 'one' : 'other'`);
  });

  test.each([
    [
      'methods',
      { methods: ['Get', 'Add'] },
      "(request.url_path.endsWith('/Add') || request.url_path.endsWith('/Get'))",
    ],
    ['a service', { paths: ['/shop.Cart'] }, "request.url_path.startsWith('/shop.Cart/')"],
    ['a method of a service', { methods: ['Get'], paths: ['/shop.Cart'] }, "request.url_path == '/shop.Cart/Get'"],
  ])('of gRPC: %s', (_, route, expected) => {
    expect(valueOf([of('one', route)], [Port.grpc(80)])).toBe(`${expected} ? 'one' : 'other'`);
    expect(valueOf([of('one', route)], [Port.grpc(80), Port.http(9090, { servesMetrics: true })])).toBe(
      `${expected} ? 'one' : 'other'`,
    );
  });
});

test('of several routes, the first that fits counts, each once', () => {
  const value = valueOf([
    of('a', { methods: ['GET'] }),
    Objective.availability(99.9),
    of('b', { paths: ['/b'] }),
    Objective.latency(99, Duration.millis(250), { route: { name: 'a', methods: ['GET'] } }),
  ]);
  expect(value).toBe("request.method == 'GET' ? 'a' : request.url_path == '/b' ? 'b' : 'other'");
});

test('nothing where no objective is of a route that the mesh has to tell', () => {
  const telemetries = (...args: Parameters<typeof tagged>) => all(tagged(...args).written(), 'Telemetry');
  expect(telemetries([Objective.availability(99.9)])).toEqual([]);
  expect(telemetries([of('a', { methods: ['GET'] })], undefined, new NoMonitoring())).toEqual([]);
  const program = new IstioProgram({}, {}, undefined, {});
  program.serve('cart', { objectives: [of('a', { methods: ['GET'] }, { source: MetricSource.APPLICATION })] });
  expect(all(program.written(), 'Telemetry')).toEqual([]);
});
