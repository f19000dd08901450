import { deployment, mesh, meshObject, service } from './fixtures';

type Objects = Parameters<typeof mesh>[0];
const sidecar = (hosts: readonly string[], mode?: string, rest: object = {}, name = 'scope', of = 'shop') =>
  meshObject(
    'Sidecar',
    name,
    { egress: [{ hosts }], ...(mode !== undefined && { outboundTrafficPolicy: { mode } }), ...rest },
    of,
  );
const CANARY = 'shop/canary.shop.svc.cluster.local';
const SCOPES: Readonly<Record<string, Objects>> = {
  none: [],
  REGISTRY_ONLY: [sidecar([CANARY], 'REGISTRY_ONLY')],
  ALLOW_ANY: [sidecar([CANARY], 'ALLOW_ANY')],
};
const external = meshObject('ServiceEntry', 'pay', {
  hosts: ['api.pay.example'],
  ports: [
    { number: 80, name: 'http', protocol: 'HTTP' },
    { number: 443, name: 'tls', protocol: 'TLS' },
  ],
  resolution: 'DNS',
});
const headless = [deployment('db'), service('db', 'shop', { clusterIP: 'None' })];
/** Lets nobody in who has no identity, so that it shows how a call came. */
const identified = ['shop', 'other'].map((of) =>
  meshObject('AuthorizationPolicy', 'identified', { rules: [{ from: [{ source: { namespaces: ['*'] } }] }] }, of),
);
const how = (objects: Objects, to: Parameters<ReturnType<typeof mesh>['decide']>[1], port: number) => {
  const { egressScope, authorization } = mesh([...objects!, ...headless, ...identified]).decide('cl', to, port);
  return !egressScope ? 'refused' : authorization ? 'known' : 'plain';
};

describe('what real sidecars let out', () => {
  test.each<[string, Parameters<typeof how>[1], number, readonly [string, string, string]]>([
    ['service in scope', 'canary', 80, ['known', 'known', 'known']],
    ['other service, port number in use (HTTP)', 'cart', 80, ['known', 'refused', 'plain']],
    ['other service, gRPC', 'cart', 9090, ['known', 'refused', 'plain']],
    ['other service, TCP', 'cart', 7000, ['known', 'refused', 'plain']],
    ['external HTTP on a port in use', 'www.example.com', 80, ['known', 'refused', 'known']],
    ['external TLS', 'www.example.com', 443, ['known', 'refused', 'known']],
    ['pod IP, port without listener', { pod: 'cart' }, 8081, ['plain', 'refused', 'plain']],
    ['pod of a headless Service', { pod: 'db' }, 7000, ['known', 'refused', 'plain']],
    [
      'pod of a headless Service (gRPC), by a host that no proxy knows',
      { pod: 'db' },
      9090,
      ['plain', 'refused', 'plain'],
    ],
  ])('%s', (_, to, port, expected) => {
    expect(Object.values(SCOPES).map((objects) => how(objects, to, port))).toEqual(expected);
  });

  test('a headless Service in scope is called by mutual TLS', () => {
    expect(how([sidecar(['shop/db.shop.svc.cluster.local'], 'REGISTRY_ONLY')], { pod: 'db' }, 7000)).toBe('known');
  });

  test('~/* lets nothing out, a short name matches nothing', () => {
    expect(['canary', 'www.example.com'].map((host) => how([sidecar(['~/*'], 'REGISTRY_ONLY')], host, 80))).toEqual([
      'refused',
      'refused',
    ]);
    expect(how([sidecar(['./canary'], 'REGISTRY_ONLY')], 'canary', 80)).toBe('refused');
  });

  test('two Sidecars for one workload, of which the older would count, are an error', () => {
    const selector = { workloadSelector: { labels: { app: 'cl' } } };
    expect(() => how([sidecar([CANARY]), sidecar([CANARY], undefined, {}, 'second')], 'canary', 80)).toThrow(
      'the scope of namespace shop is claimed by Sidecar shop/scope and Sidecar shop/second',
    );
    expect(() =>
      how([sidecar([CANARY], undefined, selector), sidecar([CANARY], undefined, selector, 'second')], 'canary', 80),
    ).toThrow('the scope of shop/cl is claimed');
  });

  test('a Sidecar without outboundTrafficPolicy has the mesh default, and inherits none from the namespace', () => {
    expect(how([sidecar([CANARY])], 'cart', 80)).toBe('plain');
    const own = sidecar([CANARY], undefined, { workloadSelector: { labels: { app: 'cl' } } }, 'own');
    expect(how([sidecar(['~/*'], 'REGISTRY_ONLY'), own], 'cart', 80)).toBe('plain');
    expect(mesh([own], { outboundTrafficPolicy: 'REGISTRY_ONLY' }).decide('cl', 'cart', 80).egressScope).toBe(false);
    expect(mesh([], { outboundTrafficPolicy: 'REGISTRY_ONLY' }).decide('cl', 'www.example.com', 80).egressScope).toBe(
      false,
    );
  });

  test(
    'a VirtualService changes nothing for a host out of scope, and pulls destinations and mirrors of one in ' + 'scope',
    () => {
      const route = (host: string, http: object) => meshObject('VirtualService', host, { hosts: [host], http: [http] });
      const toCart = { route: [{ destination: { host: 'cart' } }] };
      expect(how([...SCOPES['REGISTRY_ONLY']!, route('cart', toCart)], 'cart', 80)).toBe('refused');
      expect(how([...SCOPES['REGISTRY_ONLY']!, route('canary', toCart)], 'canary', 80)).toBe('known');
      expect(how([...SCOPES['REGISTRY_ONLY']!, route('canary', toCart)], 'cart', 80)).toBe('known');
      expect(
        how(
          [
            ...SCOPES['REGISTRY_ONLY']!,
            route('canary', {
              route: [{ destination: { host: 'canary' } }],
              mirrors: [{ destination: { host: 'cart', port: { number: 80 } } }],
            }),
          ],
          'cart',
          80,
        ),
      ).toBe('known');
      expect(
        how(
          [
            ...SCOPES['REGISTRY_ONLY']!,
            route('canary', { route: [{ destination: { host: 'cart', port: { number: 80 } } }] }),
          ],
          'cart',
          7000,
        ),
      ).toBe('refused');
    },
  );

  test('a short host of another namespace is unknown there, the one with its namespace is known', () => {
    const { decide } = mesh();
    expect(() => decide('cl3', 'cart', 80)).toThrow('no Service or ServiceEntry is known as cart from namespace other');
    expect(
      ['cart.shop', 'cart.shop.svc', 'cart.shop.svc.cluster.local'].map((host) => decide('cl3', host, 80).allowed),
    ).toEqual([true, true, true]);
    expect(mesh([], { clusterDomain: 'example.org' }).decide('cl3', 'cart.shop.svc.example.org', 80).allowed).toBe(
      true,
    );
  });

  test('a ServiceEntry that is not exported is passed through from other namespaces', () => {
    const own = { ...external, spec: { ...(external['spec'] as object), exportTo: ['.'] } };
    const registryOnly = mesh([own], { outboundTrafficPolicy: 'REGISTRY_ONLY' });
    expect(['cl', 'cl3'].map((caller) => registryOnly.decide(caller, 'api.pay.example', 80).egressScope)).toEqual([
      true,
      false,
    ]);
    expect(['cl', 'cl3'].map((caller) => mesh([own]).decide(caller, 'api.pay.example', 80).egressScope)).toEqual([
      true,
      true,
    ]);
  });
});

describe('what was not observed, but is stated upstream', () => {
  const only = (hosts: readonly string[]) =>
    ['cart.shop', 'canary.shop', 'other.other', 'api.pay.example'].map(
      (host) => mesh([external, sidecar(hosts, 'REGISTRY_ONLY')]).decide('cl', host, 80).egressScope,
    );
  test.each<[readonly string[], readonly boolean[]]>([
    [['*/*'], [true, true, true, true]],
    [['./*'], [true, true, false, true]],
    [['other/*'], [false, false, true, false]],
    [['*/*.svc.cluster.local'], [true, true, true, false]],
    [['shop/cart.shop.svc.cluster.local'], [true, false, false, false]],
    [['other/cart.shop.svc.cluster.local'], [false, false, false, false]],
    [
      ['*/*', '~shop/*'],
      [false, false, true, false],
    ],
    [['./*.pay.example'], [false, false, false, true]],
  ])('%p', (hosts, expected) => {
    expect(only(hosts)).toEqual(expected);
  });

  test('a port that a ServiceEntry does not have is unknown', () => {
    expect(
      [443, 8443].map(
        (port) =>
          mesh([external], { outboundTrafficPolicy: 'REGISTRY_ONLY' }).decide('cl', 'api.pay.example', port)
            .egressScope,
      ),
    ).toEqual([true, false]);
  });

  test('hosts of a wildcard ServiceEntry', () => {
    const wildcard = meshObject('ServiceEntry', 'all', {
      hosts: ['*.pay.example'],
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
      resolution: 'NONE',
    });
    const { decide } = mesh([wildcard, sidecar(['./*.pay.example'], 'REGISTRY_ONLY')]);
    expect(['eu.pay.example', 'pay.example'].map((host) => decide('cl', host, 443).egressScope)).toEqual([true, false]);
    const exact = meshObject('ServiceEntry', 'eu', {
      hosts: ['eu.pay.example'],
      ports: [{ number: 8443, name: 'tls', protocol: 'TLS' }],
      resolution: 'DNS',
    });
    expect(
      [443, 8443].map(
        (port) =>
          mesh([wildcard, exact], { outboundTrafficPolicy: 'REGISTRY_ONLY' }).decide('cl', 'eu.pay.example', port)
            .egressScope,
      ),
    ).toEqual([false, true]);
    expect(() =>
      mesh([exact, { ...exact, metadata: { name: 'second', namespace: 'shop' } }]).decide('cl', 'eu.pay.example', 443),
    ).toThrow('eu.pay.example is a host of several: ServiceEntry shop/eu and ServiceEntry shop/second');
  });

  test('a destination for callers of another namespace is not pulled into scope', () => {
    const routes = meshObject('VirtualService', 'canary', {
      hosts: ['canary'],
      http: [{ match: [{ sourceNamespace: 'other' }], route: [{ destination: { host: 'cart' } }] }],
    });
    expect(how([...SCOPES['REGISTRY_ONLY']!, routes], 'cart', 80)).toBe('refused');
  });

  test('a VirtualService for a wildcard counts for a host in scope', () => {
    const routes = (host: string) =>
      meshObject('VirtualService', 'all', { hosts: [host], http: [{ route: [{ destination: { host: 'cart' } }] }] });
    expect([
      how([...SCOPES['REGISTRY_ONLY']!, routes('*.shop.svc.cluster.local')], 'cart', 80),
      how(
        [sidecar(['./*.svc.cluster.local', '~shop/cart.shop.svc.cluster.local'], 'REGISTRY_ONLY'), routes('canary')],
        'cart',
        80,
      ),
    ]).toEqual(['known', 'known']);
  });

  test('the Sidecar of the root namespace holds where a namespace has none', () => {
    const root = sidecar(['./*'], 'REGISTRY_ONLY', {}, 'root', 'istio-system');
    expect(['cart.shop', 'other.other'].map((host) => mesh([root]).decide('cl', host, 80).egressScope)).toEqual([
      true,
      false,
    ]);
    expect(mesh([root, sidecar(['*/*'], 'REGISTRY_ONLY')]).decide('cl', 'other.other', 80).egressScope).toBe(true);
  });

  test('a Service that is not exported is unknown elsewhere', () => {
    const { metadata, ...stock } = service('stock');
    const hidden = [
      deployment('stock'),
      { ...stock, metadata: { ...metadata, annotations: { 'networking.istio.io/exportTo': '.' } } },
    ];
    const { decide } = mesh(hidden, { outboundTrafficPolicy: 'REGISTRY_ONLY' });
    expect(['cl', 'cl3'].map((caller) => decide(caller, 'stock.shop', 80).egressScope)).toEqual([true, false]);
  });

  test.each<[string, object]>([
    ['port of egress', { egress: [{ hosts: ['*/*'], port: { number: 80 } }] }],
    ['ingress', { ingress: [] }],
    ['egressProxy', { outboundTrafficPolicy: { egressProxy: { host: 'x' } } }],
    ['the mode undefined', { outboundTrafficPolicy: {} }],
  ])('%s is not modelled', (message, spec) => {
    expect(() => mesh([meshObject('Sidecar', 'scope', spec)]).decide('cl', 'cart', 80)).toThrow(
      `not modelled: ${message}`,
    );
  });
});
