import { deployment, mesh, meshObject, service } from './fixtures';

const route = (http: readonly object[], rest: object = {}, of = 'shop', name = 'canary') =>
  meshObject('VirtualService', name, { hosts: ['canary.shop.svc.cluster.local'], http, ...rest }, of);
const to = (host: string, rest: object = {}) => ({ route: [{ destination: { host } }], ...rest });
const canary = (rest: object = {}) => to('canary.shop.svc.cluster.local', rest);
const timeouts = (objects: Parameters<typeof mesh>[0], callers: readonly string[] = ['cl2', 'cl', 'cl3']) =>
  callers.map((caller) => mesh(objects).routeOf(caller, 'canary.shop', 80)?.timeout);

describe('what real sidecars did with a VirtualService', () => {
  test.each<[string, string, readonly (string | undefined)[]]>([
    ['.', 'shop', ['1s', '1s', undefined]],
    ['*', 'shop', ['1s', '1s', '1s']],
    ['*', 'other', ['1s', '1s', '1s']],
    ['.', 'other', [undefined, undefined, '1s']],
  ])('exported to %s from namespace %s, it changes the calls of', (exportTo, of, expected) => {
    expect(timeouts([route([canary({ timeout: '1s' })], { exportTo: [exportTo] }, of)])).toEqual(expected);
  });

  test('a short host means the namespace of the VirtualService', () => {
    expect([
      timeouts([route([canary({ timeout: '1s' })], { hosts: ['canary'] })], ['cl']),
      timeouts([route([canary({ timeout: '1s' })], { hosts: ['canary'] }, 'other')], ['cl']),
    ]).toEqual([['1s'], [undefined]]);
  });

  test('a match on one path leaves the others with 404', () => {
    const { decide, routeOf } = mesh([route([canary({ match: [{ uri: { prefix: '/x' } }] })])]);
    expect(['/x', '/y'].map((path) => decide('cl', 'canary', 80, { path }).routed)).toEqual([true, false]);
    expect(decide('cl', 'canary', 80, { path: '/y' })).toMatchObject({
      egressScope: true,
      authorization: true,
      allowed: false,
    });
    expect(routeOf('cl', 'canary', 80, { path: '/y' })).toBeUndefined();
  });

  test.each([['shop'], ['other']])(
    'a second VirtualService of namespace %s for a host, of which the older would count, is an error',
    (of) => {
      const both = [route([canary()]), route([canary({ timeout: '1s' })], {}, of, 'second')];
      expect(() => timeouts(both, ['cl'])).toThrow(
        `is routed by VirtualService shop/canary and VirtualService ${of}/second`,
      );
      expect(timeouts([both[0]!, route([canary()], { exportTo: ['.'] }, 'other', 'second')], ['cl'])).toEqual([
        undefined,
      ]);
    },
  );

  test(
    "a second DestinationRule of a namespace is an error; the caller's beats the Service's; a third " +
      "namespace's is ignored",
    () => {
      const rule = (mode: string, of: string, name = 'canary') =>
        meshObject(
          'DestinationRule',
          name,
          { host: 'canary.shop.svc.cluster.local', trafficPolicy: { tls: { mode } } },
          of,
        );
      const strict = meshObject('PeerAuthentication', 'strict', { mtls: { mode: 'STRICT' } });
      const mutual = (objects: Parameters<typeof mesh>[0], caller: string) =>
        mesh([strict, ...objects!]).decide(caller, 'canary.shop', 80).mutualTls;
      expect(() => mutual([rule('DISABLE', 'shop'), rule('ISTIO_MUTUAL', 'shop', 'second')], 'cl')).toThrow(
        'DestinationRule shop/canary and DestinationRule shop/second',
      );
      expect([
        mutual([rule('DISABLE', 'shop'), rule('ISTIO_MUTUAL', 'other')], 'cl3'),
        mutual([rule('DISABLE', 'shop'), rule('ISTIO_MUTUAL', 'other')], 'cl'),
      ]).toEqual([true, false]);
      expect(mutual([rule('DISABLE', 'other')], 'cl')).toBe(true);
    },
  );

  const forCaller = (app: string, timeout: string) => canary({ match: [{ sourceLabels: { app } }], timeout });
  test('routes by sourceLabels: the first that fits', () => {
    const routes = [forCaller('cl2', '300ms'), forCaller('cl', '600ms'), canary({ timeout: '900ms' })];
    expect(timeouts([route(routes)])).toEqual(['300ms', '600ms', '900ms']);
    expect(timeouts([route([routes[2]!, routes[0]!, routes[1]!])])).toEqual(['900ms', '900ms', '900ms']);
  });

  test('without any route for them, callers keep the default route', () => {
    const { decide, routeOf } = mesh([route([forCaller('cl2', '300ms')])]);
    expect(
      ['cl2', 'cl'].map((caller) => [decide(caller, 'canary', 80).routed, routeOf(caller, 'canary', 80)?.timeout]),
    ).toEqual([
      [true, '300ms'],
      [true, undefined],
    ]);
  });

  test.each<[string, readonly object[]]>([
    [
      'a host that does not exist',
      [
        { destination: { host: 'canary' }, weight: 90 },
        { destination: { host: 'gone' }, weight: 10 },
      ],
    ],
    ['an undefined subset', [{ destination: { host: 'canary', subset: 'v2' } }]],
  ])('a share for %s is lost', (_, shares) => {
    expect(mesh([route([{ route: shares }])]).decide('cl', 'canary', 80).routed).toBe(false);
  });

  test('routes do not concern TCP ports', () => {
    expect([
      mesh([route([canary({ timeout: '1s' })])]).routeOf('cl', 'canary', 7000),
      mesh([route([canary({ timeout: '1s' })])]).routeOf('cl', 'canary', 9090)?.timeout,
    ]).toEqual([undefined, '1s']);
  });
});

describe('what was not observed, but is stated upstream', () => {
  const matching = (
    match: object,
    rest: Parameters<ReturnType<typeof mesh>['decide']>[3] = {},
    caller = 'cl',
    port = 80,
  ) =>
    mesh([route([canary({ match: [match], timeout: '1s' }), canary({ timeout: '9s' })])]).routeOf(
      caller,
      'canary.shop',
      port,
      rest,
    ).timeout === '1s';
  test.each<[object, object, boolean]>([
    [{ uri: { exact: '/x' } }, { path: '/x?a=b' }, true],
    [{ uri: { exact: '/x' } }, { path: '/x/' }, false],
    [{ uri: { prefix: '/x' } }, { path: '/xy' }, true],
    [{ uri: { prefix: '/x' } }, { path: '/X' }, false],
    [{ uri: { prefix: '/x' }, ignoreUriCase: true }, { path: '/X' }, true],
    [{ uri: { regex: '/a.c' } }, { path: '/abc' }, true],
    [{ uri: { regex: '/a.c' } }, { path: '/abcd' }, false],
    [{ method: { exact: 'POST' } }, {}, false],
    [{ method: { exact: 'GET' } }, {}, true],
    [{ port: 80 }, {}, true],
    [{ port: 9090 }, {}, false],
    [{ headers: { 'X-Canary': { exact: 'yes' } } }, { headers: { 'x-canary': 'yes' } }, true],
    [{ headers: { 'x-canary': { exact: 'yes' } } }, {}, false],
    [{ headers: { 'x-canary': {} } }, { headers: { 'x-canary': 'no' } }, true],
    [{ withoutHeaders: { 'x-canary': {} } }, { headers: { 'x-canary': 'no' } }, false],
    [{ withoutHeaders: { 'x-canary': {} } }, {}, true],
    [{ sourceNamespace: 'shop' }, {}, true],
    [{ sourceNamespace: 'other' }, {}, false],
    [{ sourceNamespace: 'shop', sourceLabels: { app: 'cl2' } }, {}, false],
  ])('%j and %j', (match, rest, expected) => {
    expect(matching(match, rest)).toBe(expected);
  });

  test('several matches of one route are alternatives', () => {
    const either = route([canary({ match: [{ uri: { exact: '/x' } }, { uri: { exact: '/y' } }] })]);
    expect(['/x', '/y', '/z'].map((path) => mesh([either]).decide('cl', 'canary', 80, { path }).routed)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('every destination of a route has to let a request in', () => {
    const closed = meshObject('AuthorizationPolicy', 'cart', { selector: { matchLabels: { app: 'cart' } } });
    const split = (weight: number) =>
      route([
        {
          route: [
            { destination: { host: 'canary' }, weight: 100 - weight },
            { destination: { host: 'cart' }, weight },
          ],
        },
      ]);
    expect([10, 0].map((weight) => mesh([closed, split(weight)]).decide('cl', 'canary', 80).authorization)).toEqual([
      false,
      true,
    ]);
    const { simulator } = mesh([closed, split(10)]);
    expect(
      simulator
        .decideEach({ from: simulator.workload('cl'), to: 'canary', port: 80 })
        .map(({ authorization }) => authorization),
    ).toEqual([true, false]);
  });

  test('destinations get what their weights say, the only one everything', () => {
    const shares = (...stated: readonly object[]) => {
      const { simulator } = mesh([route([{ route: stated }])]);
      return simulator
        .splitOf({ from: simulator.workload('cl'), to: 'canary', port: 80, method: 'GET', path: '/' })
        .map(({ weight, workloads }) => [weight, ...workloads.map(({ name }) => name)]);
    };
    const [canaries, carts] = [{ destination: { host: 'canary' } }, { destination: { host: 'cart' } }];
    expect(shares({ ...canaries, weight: 90 }, { ...carts, weight: 10 })).toEqual([
      [90, 'canary'],
      [10, 'cart'],
    ]);
    expect(shares({ ...canaries, weight: 100 }, { ...carts, weight: 0 })).toEqual([[100, 'canary']]);
    expect([shares(canaries), shares({ ...carts, weight: 1 })]).toEqual([[[100, 'canary']], [[100, 'cart']]]);
    const { simulator } = mesh();
    expect(simulator.splitOf({ from: simulator.workload('cl'), to: 'cart', port: 80 })).toMatchObject([
      { weight: 100, workloads: [{ name: 'cart' }] },
    ]);
  });

  test('a share for a Service without pods is lost', () => {
    const split = (weight: number) =>
      route([
        {
          route: [
            { destination: { host: 'canary' }, weight: 100 - weight },
            { destination: { host: 'empty' }, weight },
          ],
        },
      ]);
    expect([10, 0].map((weight) => mesh([service('empty'), split(weight)]).decide('cl', 'canary', 80).routed)).toEqual([
      false,
      true,
    ]);
    expect(() => mesh([service('empty')]).decide('cl', 'empty', 80)).toThrow(
      'no workload is behind Service shop/empty',
    );
  });

  test('a subset is a part of the pods', () => {
    const stable = [
      deployment('cart-2', 'shop', { app: 'cart', version: '2' }),
      meshObject('AuthorizationPolicy', 'closed', { selector: { matchLabels: { version: '2' } } }),
      meshObject('DestinationRule', 'cart', { host: 'cart', subsets: [{ name: 'v2', labels: { version: '2' } }] }),
    ];
    const toSubset = route([{ route: [{ destination: { host: 'cart', subset: 'v2' } }] }]);
    expect(
      mesh([...stable, toSubset])
        .simulator.decideEach({
          from: mesh(stable).simulator.workload('cl'),
          to: 'canary',
          port: 80,
          method: 'GET',
          path: '/',
        })
        .map(({ authorization }) => authorization),
    ).toEqual([false]);
    expect(mesh(stable).decide('cl', 'cart', 80).authorization).toBe(false);
  });

  test('an exact host beats a wildcard, gateways other than the mesh do not count', () => {
    const wildcard = route([canary({ timeout: '9s' })], { hosts: ['*.shop.svc.cluster.local'] }, 'shop', 'all');
    expect([
      timeouts([wildcard], ['cl']),
      timeouts([wildcard, route([canary({ timeout: '1s' })])], ['cl']),
      timeouts([route([canary({ timeout: '1s' })], { gateways: ['edge'] })], ['cl']),
    ]).toEqual([['9s'], ['1s'], [undefined]]);
  });

  test('a caller without a proxy has no routes', () => {
    const bare = deployment('bare', 'shop', { 'sidecar.istio.io/inject': 'false' });
    expect(
      mesh([bare, route([canary({ timeout: '1s', match: [{ uri: { exact: '/x' } }] })])]).decide('bare', 'canary', 80),
    ).toMatchObject({ routed: true, allowed: true });
  });

  test.each<[string, object]>([
    ['uri of the rewritten request', canary({ rewrite: { uri: '/' } })],
    ['redirect', { redirect: { uri: '/' } }],
    ['directResponse', { directResponse: { status: 200 } }],
    ['queryParams of a match', canary({ match: [{ queryParams: {} }] })],
    ['authority of a match', canary({ match: [{ authority: { exact: 'x' } }] })],
    ['gateways in a match', canary({ match: [{ gateways: ['mesh'] }] })],
    ['the changed host', canary({ headers: { request: { set: { Host: 'x' } } } })],
    ['the expression', canary({ match: [{ uri: { regex: '(?=x)' } }] })],
  ])('%s is not modelled', (message, http) => {
    expect(() => mesh([route([http])]).decide('cl', 'canary', 80)).toThrow(`not modelled: ${message}`);
  });

  test('a port without a protocol is not modelled where it matters', () => {
    const sniffed = [
      deployment('db'),
      service('db', 'shop', { ports: [{ name: 'main', port: 80, targetPort: 8080 }] }),
    ];
    expect(mesh(sniffed).decide('cl', 'db', 80).allowed).toBe(true);
    expect(() => mesh([...sniffed, route([canary()], { hosts: ['db'] })]).decide('cl', 'db', 80)).toThrow(
      'not modelled: port 80 of db.shop.svc.cluster.local without a protocol',
    );
    expect(() =>
      mesh([
        ...sniffed,
        meshObject('AuthorizationPolicy', 'get', { rules: [{ to: [{ operation: { methods: ['GET'] } }] }] }),
      ]).decide('cl', 'db', 80),
    ).toThrow('of which no Service says the protocol');
  });
});
