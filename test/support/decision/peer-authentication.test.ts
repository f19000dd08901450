import { OUTSIDE_THE_MESH } from './decision';
import { deployment, mesh, meshObject, namespace, service } from './fixtures';

const policy = (spec: object, of = 'shop', name = 'mtls') => meshObject('PeerAuthentication', name, spec, of);
const STRICT = policy({ mtls: { mode: 'STRICT' } });
const cart = (portLevelMtls: object) =>
  policy({ selector: { matchLabels: { app: 'cart' } }, mtls: { mode: 'STRICT' }, portLevelMtls });
/** Lets nobody in who has no identity. */
const identified = meshObject('AuthorizationPolicy', 'identified', {
  rules: [{ from: [{ source: { namespaces: ['*'] } }] }],
});

describe('what real sidecars did with a PeerAuthentication', () => {
  test.each<
    [
      string,
      Parameters<typeof mesh>[0],
      readonly boolean[],
      'mTLS' | 'plain',
      readonly [boolean, 'mTLS' | 'plain'],
      readonly [boolean, 'mTLS' | 'plain'],
    ]
  >([
    ['none', [], [true, true, true, true], 'mTLS', [true, 'plain'], [true, 'plain']],
    ['STRICT', [STRICT], [false, false, false, false], 'mTLS', [false, 'plain'], [false, 'plain']],
    [
      'the Service port PERMISSIVE',
      [cart({ 80: { mode: 'PERMISSIVE' } })],
      [false, false, false, false],
      'mTLS',
      [false, 'plain'],
      [false, 'plain'],
    ],
    [
      '8080 PERMISSIVE',
      [cart({ 8080: { mode: 'PERMISSIVE' } })],
      [true, false, false, false],
      'mTLS',
      [true, 'plain'],
      [false, 'plain'],
    ],
    [
      '8080 DISABLE',
      [cart({ 8080: { mode: 'DISABLE' } })],
      [true, false, false, false],
      'plain',
      [true, 'plain'],
      [false, 'plain'],
    ],
    [
      '8081 PERMISSIVE',
      [cart({ 8081: { mode: 'PERMISSIVE' } })],
      [false, true, false, false],
      'mTLS',
      [false, 'plain'],
      [true, 'plain'],
    ],
  ])('%s', (_, objects, plain, byService, on8080, on8081) => {
    const { decide } = mesh([...objects!, identified]);
    const pod = { pod: 'cart' };
    const how = (authorized: boolean) => (authorized ? 'mTLS' : 'plain');
    expect([8080, 8081, 9090, 7000].map((port) => decide(OUTSIDE_THE_MESH, pod, port).mutualTls)).toEqual(plain);
    const viaService = decide('cl', 'cart', 80);
    expect([viaService.mutualTls, how(viaService.authorization)]).toEqual([true, byService]);
    expect(
      [8080, 8081]
        .map((port) => decide('cl', pod, port))
        .map(({ mutualTls, authorization }) => [mutualTls, how(authorization)]),
    ).toEqual([on8080, on8081]);
  });

  test('portLevelMtls without selector is refused', () => {
    expect(() => mesh([policy({ portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } })]).decide('cl', 'cart', 80)).toThrow(
      'portLevelMtls without a selector',
    );
  });

  test('a DestinationRule with TLS disabled fails on STRICT, one without TLS keeps mutual TLS', () => {
    const rule = (trafficPolicy: object) => meshObject('DestinationRule', 'cart', { host: 'cart', trafficPolicy });
    expect(
      [rule({ tls: { mode: 'DISABLE' } }), rule({ connectionPool: {} })].map(
        (each) => mesh([STRICT, each]).decide('cl', 'cart', 80).mutualTls,
      ),
    ).toEqual([false, true]);
  });

  test('the pod of a headless Service is called by mutual TLS', () => {
    const headless = [deployment('db'), service('db', 'shop', { clusterIP: 'None' })];
    expect(mesh([...headless, STRICT]).decide('cl', { pod: 'db' }, 7000)).toMatchObject({
      mutualTls: true,
      allowed: true,
    });
    expect(mesh([...headless, STRICT]).decide('cl', { pod: 'db' }, 7001).mutualTls).toBe(false);
  });
});

describe('what was not observed, but is stated upstream', () => {
  const own = (mode: string) => policy({ selector: { matchLabels: { app: 'cart' } }, mtls: { mode } }, 'shop', 'own');
  const wide = (mode: string, of: string) => policy({ mtls: { mode } }, of);
  test.each<[string, Parameters<typeof mesh>[0], boolean]>([
    ['the namespace beats the mesh', [wide('STRICT', 'istio-system'), wide('PERMISSIVE', 'shop')], true],
    ['the mesh holds where nothing else is said', [wide('STRICT', 'istio-system')], false],
    ['the workload beats both', [wide('PERMISSIVE', 'istio-system'), wide('PERMISSIVE', 'shop'), own('STRICT')], false],
    ['UNSET inherits', [wide('STRICT', 'istio-system'), wide('UNSET', 'shop'), own('UNSET')], false],
    [
      'a port entry without a mode inherits',
      [
        wide('STRICT', 'shop'),
        policy(
          { selector: { matchLabels: { app: 'cart' } }, portLevelMtls: { 8080: { mode: 'UNSET' } } },
          'shop',
          'own',
        ),
      ],
      false,
    ],
    ['another namespace does not matter', [wide('STRICT', 'other')], true],
  ])('%s', (_, objects, expected) => {
    expect(mesh(objects).decide(OUTSIDE_THE_MESH, 'cart.shop', 80).mutualTls).toBe(expected);
  });

  test('a port entry of a DestinationRule inherits no TLS', () => {
    const rule = meshObject('DestinationRule', 'cart', {
      host: 'cart.shop.svc.cluster.local',
      trafficPolicy: { tls: { mode: 'DISABLE' }, portLevelSettings: [{ port: { number: 80 } }] },
    });
    expect([80, 7000].map((port) => mesh([STRICT, rule]).decide('cl', 'cart', port).mutualTls)).toEqual([true, false]);
  });

  test('a pod without sidecar takes plain text, sends plain text and has no policies', () => {
    const bare = [
      deployment('bare', 'shop', { 'sidecar.istio.io/inject': 'false' }),
      service('bare'),
      STRICT,
      identified,
    ];
    expect(mesh(bare).decide('cl', 'bare', 80)).toMatchObject({ mutualTls: true, authorization: true, allowed: true });
    expect(mesh(bare).decide('bare', 'cart', 80)).toMatchObject({
      egressScope: true,
      mutualTls: false,
      authorization: false,
    });
    const forced = meshObject('DestinationRule', 'bare', {
      host: 'bare',
      trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } },
    });
    expect(mesh([...bare, forced]).decide('cl', 'bare', 80).mutualTls).toBe(false);
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, boolean]>([
    ['a revision of the namespace', { 'istio.io/rev': 'stable' }, {}, true],
    ['nothing said', {}, {}, false],
    ['the pod alone', {}, { 'sidecar.istio.io/inject': 'true' }, true],
    ['a revision of the pod', {}, { 'istio.io/rev': 'stable' }, true],
    ['the namespace says no', { 'istio-injection': 'disabled' }, { 'sidecar.istio.io/inject': 'true' }, false],
  ])('%s decides about the sidecar', (_, ofNamespace, ofPod, expected) => {
    const { decide } = mesh([
      namespace('depot', ofNamespace),
      deployment('stock', 'depot', ofPod),
      service('stock', 'depot'),
      policy({ mtls: { mode: 'STRICT' } }, 'depot'),
    ]);
    expect(decide(OUTSIDE_THE_MESH, 'stock.depot', 80).mutualTls).toBe(!expected);
  });

  test('what depends on age or has no effect is an error', () => {
    expect(() => mesh([STRICT, policy({}, 'shop', 'second')]).decide('cl', 'cart', 80)).toThrow(
      'PeerAuthentication shop/mtls and PeerAuthentication shop/second: the older one would count',
    );
    expect(() =>
      mesh([policy({ selector: { matchLabels: { app: 'cart' } } }, 'istio-system')]).decide('cl', 'cart', 80),
    ).toThrow('has no effect');
    expect(() => mesh([deployment('lost', 'nowhere')]).decide('lost', 'cart.shop', 80)).toThrow(
      'nothing is said of the labels of namespace nowhere',
    );
  });
});
