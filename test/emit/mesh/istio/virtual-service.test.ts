import { Duration } from 'cdk8s';
import { CallOptions, MicroserviceProps, MicroserviceReference, Port, Retries } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { IstioProgram, labelsOf } from './program';

const HOST = 'cart.shop.svc.cluster.local';
const routesOf = (program: IstioProgram) => find(program.written(), 'VirtualService', 'cart').spec.http;
const to = (number: number) => [{ destination: { host: HOST, port: { number } } }];
const from = (name: string, namespace = 'shop') => ({ sourceLabels: labelsOf(name), sourceNamespace: namespace });
const NEVER = { attempts: 0 };

function webAndCart(props: Partial<MicroserviceProps> = {}) {
  const program = new IstioProgram();
  return { program, web: program.serve('web'), ads: program.serve('ads'), cart: program.serve('cart', props) };
}

/** The only route, where the only caller states a call. */
function routeOf(options: CallOptions, props: Partial<MicroserviceProps> = {}) {
  const { program, web, cart } = webAndCart(props);
  web.calls(cart, options);
  const [route, ...others] = routesOf(program);
  expect(others).toEqual([]);
  return route!;
}

describe('there is one', () => {
  const named = (program: IstioProgram) =>
    all(program.written(), 'VirtualService').map(({ metadata }) => metadata.name);

  test('for each callee that is called by requests, whoever calls', () => {
    const { program, web, ads, cart } = webAndCart();
    for (const caller of [web, ads]) caller.calls(cart);
    expect(named(program)).toEqual(['cart']);
    expect(find(program.written(), 'VirtualService', 'cart').spec.hosts).toEqual([HOST]);
  });

  test.each([
    ['TCP', Port.tcp(6379)],
    ['TLS', Port.tls(443)],
  ])('none for %s', (_, port) => {
    const { program, web, cart } = webAndCart({ ports: [port] });
    web.calls(cart);
    expect(named(program)).toEqual([]);
  });

  test('none where nobody calls', () => {
    expect(named(webAndCart().program)).toEqual([]);
  });

  test('none for a callee that is stated elsewhere, which has its own', () => {
    const { program, web } = webAndCart();
    web.calls(new MicroserviceReference({ name: 'pay', namespace: 'bank', ports: [Port.http(80)] }), {
      timeout: Duration.seconds(1),
    });
    expect(named(program)).toEqual([]);
  });
});

describe('routes', () => {
  test('one where all callers agree, for whoever comes', () => {
    const { program, web, ads, cart } = webAndCart();
    for (const caller of [web, ads]) caller.calls(cart, { timeout: Duration.seconds(2) });
    expect(routesOf(program)).toEqual([{ name: 'default', route: to(80), timeout: '2s', retries: NEVER }]);
  });

  test('one for each policy by the labels of its callers, the default last', () => {
    const { program, web, ads, cart } = webAndCart();
    const [pay, bank] = [program.serve('pay'), program.stack('bank')];
    web.calls(cart, { timeout: Duration.seconds(2) });
    program.serve('web', {}, bank).calls(cart, { timeout: Duration.seconds(3) });
    for (const caller of [pay, ads]) caller.calls(cart, { timeout: Duration.millis(1500) });
    const routes = routesOf(program);
    expect(routes.map(({ match, timeout }) => [match, timeout])).toEqual(
      expect.arrayContaining([
        [[from('ads'), from('pay')], '1500ms'],
        [[from('web')], '2s'],
        [[from('web', 'bank')], '3s'],
        [undefined, '30s'],
      ]),
    );
    expect(routes).toHaveLength(4);
    expect(routes.at(-1)).toEqual({ name: 'default', route: to(80), timeout: '30s', retries: NEVER });
    expect(new Set(routes.map(({ name }) => name)).size).toBe(4);
  });

  test('for some requests come before those for all of the same caller', () => {
    const { program, web, cart } = webAndCart();
    web.calls(cart, { timeout: Duration.seconds(1) });
    web.calls(cart, {
      timeout: Duration.seconds(9),
      operation: { methods: ['GET', 'HEAD'], paths: ['/items/*', '/health'] },
    });
    const matched = (uri: object) => ({ ...from('web'), method: { regex: 'GET|HEAD' }, uri });
    expect(routesOf(program).map(({ match, timeout }) => [match, timeout])).toEqual([
      [[matched({ exact: '/health' }), matched({ prefix: '/items/' })], '9s'],
      [[from('web')], '1s'],
      [undefined, '30s'],
    ]);
  });

  test('a single caller of some requests leaves the default to the rest', () => {
    const { program, web, cart } = webAndCart({ lifecycle: { longestRequest: Duration.seconds(7) } });
    web.calls(cart, { timeout: Duration.seconds(1), operation: { methods: ['GET'] } });
    expect(routesOf(program).map(({ match, timeout }) => [match, timeout])).toEqual([
      [[{ ...from('web'), method: { exact: 'GET' } }], '1s'],
      [undefined, '7s'],
    ]);
  });

  test('methods of gRPC are the ends of paths', () => {
    const { program, web, cart } = webAndCart({ ports: [Port.grpc(7070)] });
    web.calls(cart, { operation: { methods: ['Get'] } });
    web.calls(cart, { operation: { paths: ['/acme.v1.Cart'], methods: ['Add'] } });
    web.calls(cart, { operation: { paths: ['/acme.v1.Stock'] } });
    expect(routesOf(program).flatMap(({ match = [] }) => match.map(({ uri }) => uri))).toEqual(
      expect.arrayContaining([{ regex: '.*/Get' }, { exact: '/acme.v1.Cart/Add' }, { prefix: '/acme.v1.Stock/' }]),
    );
  });

  test('several ports each have theirs, matched by number', () => {
    const { program, web, ads, cart } = webAndCart({
      ports: [Port.http(80, { targetPort: 8080 }), Port.grpc(7070), Port.tcp(6379), Port.http(81, { name: 'idle' })],
    });
    web.calls(cart, { port: 80, timeout: Duration.seconds(2) });
    ads.calls(cart, { port: 80 });
    web.calls(cart, { port: 7070, addressEnv: 'CART_GRPC' });
    web.calls(cart, { port: 6379, addressEnv: 'CART_TCP' });
    const routes = routesOf(program);
    expect(
      routes.every(({ match, route }) => match.every(({ port }) => port === route[0]!.destination.port.number)),
    ).toBe(true);
    expect(
      routes
        .filter(({ match }) => match.every((each) => Object.keys(each).length === 1))
        .map(({ match }) => match[0]!.port),
    ).toEqual([80, 7070]);
    expect(routes.map(({ route }) => route[0]!.destination.port.number)).toEqual([80, 80, 80, 7070]);
  });
});

describe('policies', () => {
  test('every route says how long and how often', () => {
    const { program, web, ads, cart } = webAndCart({ ports: [Port.http(80), Port.grpc(7070)] });
    web.calls(cart, { port: 80, idempotent: true, retries: Retries.upTo(2) });
    ads.calls(cart, { port: 80, operation: { methods: ['GET'] } });
    ads.calls(cart, { port: 7070, addressEnv: 'CART_GRPC' });
    for (const { timeout, retries } of routesOf(program)) {
      expect(timeout).toMatch(/^[1-9]\d*m?s$/);
      expect(retries.attempts).toBeGreaterThanOrEqual(0);
    }
  });

  test.each<[string, CallOptions, Partial<MicroserviceProps>, object]>([
    ['nothing stated', {}, {}, { timeout: '30s', retries: NEVER }],
    [
      'the longest request of the callee',
      {},
      { lifecycle: { longestRequest: Duration.seconds(5) } },
      { timeout: '5s', retries: NEVER },
    ],
    ['a timeout', { timeout: Duration.millis(800) }, {}, { timeout: '800ms', retries: NEVER }],
    ['idempotent without retries', { idempotent: true }, {}, { timeout: '30s', retries: NEVER }],
    ['no retries', { idempotent: true, retries: Retries.none() }, {}, { timeout: '30s', retries: NEVER }],
    [
      'retries of HTTP',
      { idempotent: true, retries: Retries.upTo(1), timeout: Duration.seconds(1) },
      {},
      {
        timeout: '1s',
        retries: { attempts: 1, perTryTimeout: '487ms', retryOn: 'connect-failure,refused-stream,gateway-error' },
      },
    ],
    [
      'retries of gRPC',
      { idempotent: true, retries: Retries.upTo(2), timeout: Duration.seconds(1) },
      { ports: [Port.grpc(80)] },
      {
        timeout: '1s',
        retries: {
          attempts: 2,
          perTryTimeout: '300ms',
          retryOn: 'connect-failure,refused-stream,gateway-error,unavailable,deadline-exceeded',
        },
      },
    ],
    [
      'many retries',
      { idempotent: true, retries: Retries.upTo(5), timeout: Duration.seconds(10) },
      {},
      {
        timeout: '10s',
        retries: { attempts: 5, perTryTimeout: '1537ms', retryOn: 'connect-failure,refused-stream,gateway-error' },
      },
    ],
    [
      'a time for each attempt',
      {
        idempotent: true,
        retries: Retries.upTo(1, { perTryTimeout: Duration.millis(200) }),
        timeout: Duration.seconds(1),
      },
      {},
      {
        timeout: '1s',
        retries: { attempts: 1, perTryTimeout: '200ms', retryOn: 'connect-failure,refused-stream,gateway-error' },
      },
    ],
    ['a stream', { streaming: true }, { ports: [Port.grpc(80)] }, { retries: NEVER }],
  ])('%s', (_, options, props, expected) => {
    const { timeout, retries } = routeOf(options, props) as { timeout?: string; retries: object };
    expect({ ...(timeout !== undefined && { timeout }), retries }).toEqual(expected);
  });
});
