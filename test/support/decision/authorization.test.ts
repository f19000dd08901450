import { OUTSIDE_THE_MESH } from './decision';
import { mesh, meshObject } from './fixtures';

const policy = (spec: object, namespace = 'shop', name = 'policy') =>
  meshObject('AuthorizationPolicy', name, spec, namespace);
const cart = { selector: { matchLabels: { app: 'cart' } } };
const allow = (rule: object, name?: string) => policy({ ...cart, rules: [rule] }, 'shop', name);
const from = (source: object) => ({ from: [{ source }] });
const to = (operation: object) => ({ to: [{ operation }] });
const [HTTP, GRPC, TCP] = [80, 9090, 7000] as const;

/** Verdicts of cart for each caller, on each port. */
const lets = (policies: Parameters<typeof mesh>[0], caller: string, ports: readonly number[] = [HTTP, GRPC, TCP]) =>
  ports.map((port) => mesh(policies).decide(caller, 'cart.shop', port).authorization);
const get = (policies: Parameters<typeof mesh>[0], method: string, path: string, port: number = HTTP, caller = 'cl') =>
  mesh(policies).decide(caller, 'cart', port, { method, path }).authorization;

describe('what real sidecars did with an AuthorizationPolicy', () => {
  test('an empty spec denies HTTP, gRPC and TCP, and a plain caller too', () => {
    expect(lets([policy({})], 'cl')).toEqual([false, false, false]);
    expect(lets([policy({})], OUTSIDE_THE_MESH)).toEqual([false, false, false]);
    expect(mesh([policy({})]).decide(OUTSIDE_THE_MESH, 'cart.shop', HTTP)).toMatchObject({
      mutualTls: true,
      allowed: false,
    });
  });

  test.each([
    ['principals', from({ principals: ['cluster.local/ns/shop/sa/cl'] })],
    ['serviceAccounts', from({ serviceAccounts: ['shop/cl'] })],
    ['a short service account in its own namespace', from({ serviceAccounts: ['cl'] })],
  ])('%s open all ports for that caller', (_, rule) => {
    expect([
      lets([allow(rule)], 'cl'),
      lets([allow(rule)], 'cl2'),
      lets([allow(rule)], 'cl3'),
      lets([allow(rule)], OUTSIDE_THE_MESH),
    ]).toEqual([
      [true, true, true],
      [false, false, false],
      [false, false, false],
      [false, false, false],
    ]);
  });

  test('ports are those of the workload', () => {
    expect([lets([allow(to({ ports: ['8080'] }))], 'cl'), lets([allow(to({ ports: ['80'] }))], 'cl')]).toEqual([
      [true, false, false],
      [false, false, false],
    ]);
  });

  test.each<[string, string, boolean]>([
    ['GET', '/ok/1?a=b', true],
    ['POST', '/ok/1', false],
    ['GET', '/x', false],
    ['GET', '/ok/../x', false],
    ['GET', '/ok%2fx', false],
    ['GET', '//ok/1', false],
  ])('GET /ok/* and the request %s %s', (method, path, expected) => {
    expect(get([allow(to({ methods: ['GET'], paths: ['/ok/*'] }))], method, path)).toBe(expected);
  });

  test('a rule with methods and paths never allows anything on a TCP port', () => {
    expect(get([allow(to({ methods: ['GET'], paths: ['/ok/*'] }))], 'GET', '/ok/1', TCP)).toBe(false);
    expect(
      get([allow({ to: [{ operation: { methods: ['GET'] } }, { operation: { ports: ['7000'] } }] })], 'GET', '/', TCP),
    ).toBe(false);
  });

  test('DENY of a method refuses that method, and all of a TCP port', () => {
    const deny = [policy({ ...cart, action: 'DENY', rules: [to({ methods: ['POST'] })] })];
    expect([get(deny, 'POST', '/'), get(deny, 'GET', '/'), get(deny, 'GET', '/', TCP)]).toEqual([false, true, false]);
    const withPort = [policy({ ...cart, action: 'DENY', rules: [to({ methods: ['POST'], ports: ['8080'] })] })];
    expect([get(withPort, 'POST', '/'), get(withPort, 'GET', '/', TCP)]).toEqual([false, true]);
  });

  test('several ALLOW policies add up, DENY wins over them', () => {
    const both = [allow(from({ serviceAccounts: ['cl'] }), 'one'), allow(from({ serviceAccounts: ['cl2'] }), 'other')];
    expect([lets(both, 'cl', [HTTP]), lets(both, 'cl2', [HTTP]), lets(both, 'cl3', [HTTP])]).toEqual([
      [true],
      [true],
      [false],
    ]);
    expect(
      lets([...both, policy({ ...cart, action: 'DENY', rules: [from({ serviceAccounts: ['cl2'] })] })], 'cl2', [HTTP]),
    ).toEqual([false]);
  });

  test('deny-all in the namespace and one ALLOW for each callee', () => {
    const policies = [policy({}), allow(from({ serviceAccounts: ['cl'] }), 'cart')];
    expect([lets(policies, 'cl', [HTTP]), lets(policies, 'cl2', [HTTP])]).toEqual([[true], [false]]);
    expect([
      mesh(policies).decide('cl', 'canary', HTTP).authorization,
      mesh(policies).decide('cl', 'other.other', HTTP).authorization,
    ]).toEqual([false, true]);
  });

  test('deny-all in the root namespace denies everywhere', () => {
    const everywhere = (namespace: string, rootNamespace?: string) =>
      ['cart.shop', 'other.other'].map(
        (host) =>
          mesh([policy({}, namespace)], rootNamespace === undefined ? {} : { rootNamespace }).decide('cl', host, HTTP)
            .authorization,
      );
    expect([everywhere('istio-system'), everywhere('mesh', 'mesh'), everywhere('istio-system', 'mesh')]).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  test.each<[string, object, boolean]>([
    ['no rules', { ...cart, rules: [] }, false],
    ['an empty rule', { ...cart, rules: [{}] }, true],
    ['DENY without rules', { ...cart, action: 'DENY', rules: [] }, true],
  ])('%s', (_, spec, expected) => {
    expect(lets([policy(spec)], 'cl')).toEqual([expected, expected, expected]);
  });

  test('hosts are compared with the Host header as it stands', () => {
    const policies = [allow(to({ hosts: ['cart'] }))];
    expect(
      ['cart', 'cart.shop.svc.cluster.local'].map((host) => mesh(policies).decide('cl', host, HTTP).authorization),
    ).toEqual([true, false]);
  });

  test('sidecars ignore targetRefs: everyone is allowed', () => {
    const ignored = [
      policy({
        targetRefs: [{ group: '', kind: 'Service', name: 'cart' }],
        rules: [from({ serviceAccounts: ['cl'] })],
      }),
    ];
    expect([lets(ignored, 'cl2'), lets(ignored, OUTSIDE_THE_MESH)]).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
  });
});

describe('what was not observed, but is stated upstream', () => {
  test('who has no identity is none of those who are excluded, and of no namespace', () => {
    const not = [allow(from({ notPrincipals: ['*/sa/cl'] }))];
    expect([lets(not, 'cl', [HTTP]), lets(not, 'cl2', [HTTP]), lets(not, OUTSIDE_THE_MESH, [HTTP])]).toEqual([
      [false],
      [true],
      [true],
    ]);
    const anyone = [allow(from({ namespaces: ['*'] }))];
    expect([lets(anyone, 'cl3', [HTTP]), lets(anyone, OUTSIDE_THE_MESH, [HTTP])]).toEqual([[true], [false]]);
    expect([
      lets([allow(from({ notNamespaces: ['oth*'] }))], 'cl3', [HTTP]),
      lets([allow(from({ notServiceAccounts: ['other/cl3'] }))], 'cl3', [HTTP]),
    ]).toEqual([[false], [false]]);
  });

  test('a rule needs all of its parts', () => {
    const both = [allow({ ...from({ serviceAccounts: ['cl'], namespaces: ['other'] }) })];
    expect(lets(both, 'cl', [HTTP])).toEqual([false]);
    expect(lets([allow({ ...from({ serviceAccounts: ['cl'] }), ...to({ notPorts: ['8080'] }) })], 'cl')).toEqual([
      false,
      true,
      true,
    ]);
  });

  test.each<[string, string, boolean]>([
    ['/carts/{*}', '/carts/1', true],
    ['/carts/{*}', '/carts/1/items', false],
    ['/carts/{**}', '/carts/1/items', true],
    ['/carts/{*}/items', '/carts/1/items', true],
    ['/carts.{*}', '/cartsx1', false],
    ['*/items', '/carts/1/items', true],
    ['*', '/', true],
  ])('path %s and %s', (path, given, expected) => {
    expect(get([allow(to({ paths: [path] }))], 'GET', given)).toBe(expected);
    expect(get([allow(to({ notPaths: [path] }))], 'GET', given)).toBe(!expected);
  });

  test('gRPC is POST', () => {
    const { simulator } = mesh([allow(to({ methods: ['POST'], paths: ['/Cart/Get'] }))]);
    expect(
      simulator.decide({
        from: simulator.workload('cl'),
        to: simulator.workload('cart'),
        port: GRPC,
        path: '/Cart/Get',
      }).authorization,
    ).toBe(true);
  });

  test('a policy of another namespace, or of another group, does nothing', () => {
    expect(lets([policy({}, 'other'), { ...policy({}), apiVersion: 'policy.linkerd.io/v1alpha1' }], 'cl')).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each<[string, object]>([
    ['the action AUDIT', { action: 'AUDIT', rules: [{}] }],
    ['the action CUSTOM', { action: 'CUSTOM', rules: [{}] }],
    ['when of a rule', { rules: [{ when: [{ key: 'source.ip', values: ['10.0.0.0/8'] }] }] }],
    ['ipBlocks of a source', { rules: [from({ ipBlocks: ['10.0.0.0/8'] })] }],
    ['requestPrincipals of a source', { rules: [from({ requestPrincipals: ['*'] })] }],
    ['provider', { provider: { name: 'x' } }],
  ])('%s is not modelled', (message, spec) => {
    expect(() => lets([policy(spec)], 'cl')).toThrow(`not modelled: ${message}`);
  });

  test('a request that does not say what a policy asks is not modelled', () => {
    const { simulator } = mesh([allow(to({ methods: ['GET'] }))]);
    expect(() => simulator.decide({ from: simulator.workload('cl'), to: 'cart', port: HTTP })).toThrow(
      'not modelled: a request without method, of which AuthorizationPolicy shop/policy speaks',
    );
    expect(() => mesh([allow(to({ hosts: ['cart'] }))]).decide('cl', 'cart', GRPC)).toThrow(
      'not modelled: a request without host',
    );
  });
});
