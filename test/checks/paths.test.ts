import { ApplicationStack, type CallOperation, Objective, Port } from '../../lib';
import { cart, findings, service } from './cases';

const called = (port: Port, operation: CallOperation) => (stack: ApplicationStack) =>
  cart(stack).calls(service(stack, 'stock', { ports: [port] }), { operation });
const exposed = (port: Port, operation: CallOperation) => (stack: ApplicationStack) =>
  cart(stack, { ports: [port] }).expose({ public: true, operation });
const measured = (path: string) => (stack: ApplicationStack) =>
  cart(stack, { objectives: [Objective.availability(99, { route: { name: 'route', paths: [path] } })] });
const scraped = (metricsPath: string) => (stack: ApplicationStack) =>
  cart(stack, { ports: [Port.http(8080), Port.http(9090, { name: 'metrics', servesMetrics: true, metricsPath })] });

const ofCode = (code: string, program: (stack: ApplicationStack) => void) =>
  findings(program).filter((finding) => finding.code === code);

/** Paths that proxies change before policies see them, with the path to write. */
const CHANGED: readonly (readonly [string, string])[] = [
  ['/a?b=c', "state '/a'"],
  ['/a?b=*', "state '/a*'"],
  ['/a#part', "state '/a'"],
  ['/public/../admin', "state '/admin'"],
  ['/public/./a', "state '/public/a'"],
  ['/public/..', "state '/'"],
  ['/../a/*', "state '/a/*'"],
  ['//a', "state '/a'"],
  ['/a//b/*', "state '/a/b/*'"],
  ['/a\\b', "state '/a/b'"],
  ['/a%2Fb', "state '/a/b'"],
  ['/a%5cb', "state '/a/b'"],
  ['/%61dmin', "state '/admin'"],
  ['/a%2e%2e/b', "state '/a../b'"],
  ['/%2e%2e/b', "state '/b'"],
  ['/a%7Eb', "state '/a~b'"],
  ['/caf%c3%a9', "state '/caf%C3%A9'"],
  ['/café', "state '/caf%C3%A9'"],
  ['/a b', "state '/a%20b'"],
  ['/a\nb', "state '/a%0Ab'"],
  ['/a\r\nx-admin: 1', "state '/a%0D%0Ax-admin:%201'"],
  ['/a\0', 'state the path as requests have it'],
  ['/a%00', 'state the path as requests have it'],
  ['/a%00/*', 'state the path as requests have it'],
  ['/public/..;/admin', "state '/admin'"],
  ['/public/..;a=b/admin/*', "state '/admin/*'"],
  ['/public/.;/a', "state '/public/a'"],
  ['/public/..;', "state '/'"],
  ['/a"b', "state '/a%22b'"],
  ['/a%zz', 'state the path as requests have it'],
  ['/a%2*', 'state the path as requests have it'],
];

const KEPT = [
  '/',
  '/a',
  '/a/',
  '/a/*',
  '/a*',
  '/.well-known/*',
  '/a/.*',
  '/..a',
  '/v1/users/~me',
  '/caf%C3%A9/%20',
  '/a;v=1/b',
  '/a..;/b',
];

describe('paths of calls', () => {
  test.each(CHANGED)('%j is not what a policy sees', (path, fix) =>
    expect(ofCode('MS2007', called(Port.http(80), { paths: [path] }))).toMatchObject([{ severity: 'error', fix }]),
  );
  test.each(KEPT)('%j is', (path) => expect(ofCode('MS2007', called(Port.http(80), { paths: [path] }))).toEqual([]));

  // The path to write is one that is accepted.
  test.each(CHANGED.filter(([, fix]) => fix.includes("'")))('the fix of %j holds', (_, fix) => {
    const path = fix.slice("state '".length, -1);
    expect(ofCode('MS2007', called(Port.http(80), { paths: [path] }))).toEqual([]);
  });
});

test.each(CHANGED)('the path %j of an exposure', (path, fix) =>
  expect(ofCode('MS2007', exposed(Port.http2(80), { paths: [path] }))).toMatchObject([{ fix }]),
);

test.each(CHANGED)('the path %j of an objective', (path, fix) =>
  expect(ofCode('MS5001', measured(path))).toContainEqual(expect.objectContaining({ severity: 'error', fix })),
);

describe('services of gRPC', () => {
  test.each([
    ['/', 'name each service, or leave paths out for all of them'],
    ['', 'name each service, or leave paths out for all of them'],
    ['/shop.Cart/Get', "state paths: ['/shop.Cart'] and methods: ['Get']"],
    ['shop.Cart/Get', "state paths: ['/shop.Cart'] and methods: ['Get']"],
    ['shop.Cart', "state '/shop.Cart'"],
    ['/shop.*', 'name each service, or leave paths out for all of them'],
    ['/*', 'name each service, or leave paths out for all of them'],
    ['/shop..Cart', 'name each service, or leave paths out for all of them'],
    ['/shop.Cart//', 'name each service, or leave paths out for all of them'],
    ['/shop.Cart?a', 'name each service, or leave paths out for all of them'],
    ['/shop.Cart\n', 'name each service, or leave paths out for all of them'],
    ['/shop.Cart/Get/More', 'name each service, or leave paths out for all of them'],
  ])('%j is none', (path, fix) => {
    for (const program of [called, exposed])
      expect(ofCode('MS2007', program(Port.grpc(80), { paths: [path] }))).toMatchObject([{ severity: 'error', fix }]);
  });

  test.each(['/shop.Cart', '/shop.Cart/', '/Cart', '/_internal.v1.Cart_2'])('%j is one', (path) =>
    expect(ofCode('MS2007', called(Port.grpc(80), { paths: [path] }))).toEqual([]),
  );
});

describe('paths of metrics', () => {
  test.each([
    ['*', "state the path of the metrics, such as '/metrics'"],
    ['/*', "state the path of the metrics, such as '/metrics'"],
    ['/metrics*', "state the path of the metrics, such as '/metrics'"],
    ['*/metrics', "state the path of the metrics, such as '/metrics'"],
    ['', "state the path of the metrics, such as '/metrics'"],
    ['metrics', "state the path of the metrics, such as '/metrics'"],
    ['/{any}', "state the path of the metrics, such as '/metrics'"],
    ['/metrics?format=text', "state '/metrics'"],
    ['/a/../metrics', "state '/metrics'"],
    ['/metrics\n', "state '/metrics%0A'"],
  ])('%j is none', (path, fix) =>
    expect(ofCode('MS2045', scraped(path))).toMatchObject([{ severity: 'error', path: 'shop/cart', fix }]),
  );

  test.each(['/metrics', '/', '/actuator/prometheus'])('%j is one', (path) =>
    expect(ofCode('MS2045', scraped(path))).toEqual([]),
  );
});
