import { App as PlainApp, Duration } from 'cdk8s';
import { ClusterRole, Role } from 'cdk8s-plus-27';
import {
  AddressFormat,
  ApplicationStack,
  CallOptions,
  ClusterFacts,
  ExposeOptions,
  ExternalService,
  ExternalServiceProps,
  Microservice,
  MicroserviceReference,
  NetworkPeer,
  Platform,
  Port,
  Protocol,
  Retries,
} from '../../lib';
import { isError } from '../../lib/errors';
import { Case, cart, describeCode, findings, service } from './cases';

/** A case in which `cart` calls `stock`, which serves HTTP on 8080 and gRPC on 9090, by a statement that is wrong. */
function call(
  name: string,
  bad: CallOptions,
  good: CallOptions,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  const program = (options: CallOptions) => (stack: ApplicationStack) =>
    cart(stack).calls(service(stack, 'stock', { ports: [Port.http(8080), Port.grpc(9090), Port.udp(53)] }), options);
  return { name, bad: program(bad), good: program(good), ...expected };
}

/**
 * A case in which `cart`, which serves HTTP on 8080 and gRPC on 9090, is exposed by statements that are wrong; to
 * everybody, where they do not say otherwise.
 */
function exposed(
  name: string,
  bad: ExposeOptions[],
  good: ExposeOptions[],
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  const program = (statements: ExposeOptions[]) => (stack: ApplicationStack) =>
    statements.forEach((options) => twoPorts(stack).expose({ public: true, ...options }));
  const twoPorts = (stack: ApplicationStack) =>
    (stack.node.tryFindChild('cart') as Microservice | undefined) ??
    cart(stack, { ports: [Port.http(8080), Port.grpc(9090)] });
  return { name, bad: program(bad), good: program(good), ...expected };
}

const ADDRESSES = { addresses: ['203.0.113.0/24'] };

/** A case in which an external service, `shop/bank`, is wrong. */
function external(
  name: string,
  bad: Partial<ExternalServiceProps>,
  good: Partial<ExternalServiceProps>,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  const program = (stated: Partial<ExternalServiceProps>) => (stack: ApplicationStack) => {
    cart(stack).calls(
      new ExternalService(stack, 'bank', { host: 'bank.example', ports: [Port.tls(443)], ...ADDRESSES, ...stated }),
    );
  };
  return { name, bad: program(bad), good: program(good), path: 'shop/bank', ...expected };
}

/** A case in which `cart` calls a reference that is wrong. */
function reference(
  name: string,
  bad: MicroserviceReference,
  good: MicroserviceReference,
  expected: Pick<Case, 'given' | 'fix'> & Partial<Case>,
): Case {
  return { name, bad: (stack) => cart(stack).calls(bad), good: (stack) => cart(stack).calls(good), ...expected };
}

const stock = (props: Partial<ConstructorParameters<typeof MicroserviceReference>[0]> = {}) =>
  new MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [Port.http(8080)], ...props });

/** Another cluster. */
const elsewhere = (stack: ApplicationStack) =>
  new ApplicationStack(stack.node.root, 'far', {
    platform: new Platform({ cluster: new ClusterFacts({ name: 'far' }) }),
  });

describeCode('MS2001', [
  call(
    'a port that is not there',
    { port: 80 },
    { port: 8080 },
    { given: 'named port 80', allowed: '8080 (http), 9090 (grpc), 53 (udp)', fix: 'name a port of the callee' },
  ),
  call('not a number', { port: NaN }, { port: 9090 }, { given: 'named port NaN', fix: 'name a port' }),
  reference('a port of a reference', stock({ ports: [Port.http(80)] }), stock(), {
    bad: (stack) => cart(stack).calls(stock(), { port: 1 }),
    given: 'named port 1',
    allowed: '8080 (http)',
    fix: 'name a port',
  }),
]);

describeCode('MS2002', [
  call(
    'no port',
    {},
    { protocol: Protocol.GRPC },
    { given: 'it named no port', allowed: '9090 (grpc)', fix: 'name a port' },
  ),
  call(
    'a protocol that nothing speaks',
    { protocol: Protocol.TLS },
    { port: 9090 },
    { given: 'tls does not tell', fix: 'name a port' },
  ),
]);

describeCode('MS2003', [
  {
    name: 'a worker',
    bad: (stack) => cart(stack).calls(service(stack, 'worker', { ports: [] })),
    good: (stack) => service(stack, 'worker', { ports: [] }).calls(cart(stack)),
    given: 'the call to worker',
    fix: 'state the ports of worker',
  },
  reference('a reference', stock({ ports: [] }), stock(), { given: 'the call to stock', fix: 'state the ports' }),
]);

describeCode('MS2004', [
  call(
    'gRPC to an HTTP port',
    { port: 8080, protocol: Protocol.GRPC },
    { port: 8080, protocol: Protocol.HTTP },
    { given: 'the call spoke grpc', allowed: 'http', fix: 'call another port' },
  ),
]);

describeCode('MS2005', [
  {
    name: 'the same',
    given: 'port 8080',
    allowed: 'methods or paths',
    fix: 'state it once',
    bad: (stack) => twice(stack, { port: 8080 }, { port: 8080, timeout: Duration.seconds(1) }),
    good: (stack) => twice(stack, { port: 8080 }, { port: 9090, addressEnv: 'STOCK' }),
  },
  {
    name: 'the same methods in another order',
    given: 'methods GET, PUT',
    fix: 'that tell the calls apart',
    bad: (stack) =>
      twice(
        stack,
        { port: 8080, operation: { methods: ['GET', 'PUT'] } },
        { port: 8080, operation: { methods: ['PUT', 'GET'] } },
      ),
    good: (stack) =>
      twice(stack, { port: 8080, operation: { methods: ['GET'] } }, { port: 8080, operation: { methods: ['PUT'] } }),
  },
  {
    name: 'a half',
    given: 'port not named',
    fix: 'state it once',
    bad: (stack) => [1, 2].reduce((callee) => (callee.acceptsCallsFrom(stock()), callee), cart(stack)),
    good: (stack) => cart(stack).acceptsCallsFrom(stock()),
  },
]);

function twice(stack: ApplicationStack, ...calls: CallOptions[]): void {
  const [caller, callee] = [cart(stack), service(stack, 'stock', { ports: [Port.http(8080), Port.grpc(9090)] })];
  calls.forEach((options) => caller.calls(callee, options));
}

describeCode('MS2006', [
  call(
    'methods of datagrams',
    { port: 53, operation: { methods: ['GET'] } },
    { port: 8080, operation: { methods: ['GET'] } },
    { given: 'GET', fix: 'leave them out' },
  ),
]);

describeCode('MS2007', [
  call(
    'a timeout of nothing',
    { port: 8080, timeout: Duration.millis(0) },
    { port: 8080, timeout: Duration.millis(1) },
    { given: 'timeout was 0 ms', allowed: 'from 1 ms', fix: 'how long the caller can wait' },
  ),
  call(
    'a timeout below a millisecond',
    { port: 8080, timeout: Duration.millis(0.5) },
    { port: 8080 },
    { given: 'timeout was 0.5 ms', fix: 'how long' },
  ),
  call(
    'a call that never happens',
    { port: 8080, callsPerRequest: 0 },
    { port: 8080, callsPerRequest: 0.5 },
    { given: 'callsPerRequest was 0', allowed: 'above 0', fix: 'state the average' },
  ),
  call(
    'not a number',
    { port: 8080, callsPerRequest: NaN },
    { port: 8080, callsPerRequest: 1 },
    { given: 'callsPerRequest was NaN', fix: 'state the average' },
  ),
  call(
    'an empty method',
    { port: 8080, operation: { methods: [''] } },
    { port: 8080, operation: { methods: ['GET'] } },
    { given: "''", allowed: 'letters', fix: "'GET'" },
  ),
  call(
    'a relative path',
    { port: 8080, operation: { paths: ['items'] } },
    { port: 8080, operation: { paths: ['/items'] } },
    { given: "'items'", fix: "'/items'" },
  ),
  call(
    'a placeholder that is none',
    { port: 8080, addresses: [{ format: AddressFormat.template('http://{hots}') }] },
    { port: 8080, addresses: [{ format: AddressFormat.template('http://{host}/') }] },
    { given: '{hots}', allowed: '{host}, {port}', fix: 'write {host}, {port} or {scheme}' },
  ),
]);

describeCode('MS2008', [
  call(
    'a patient caller',
    { port: 8080, timeout: Duration.seconds(31) },
    { port: 8080, timeout: Duration.seconds(30) },
    {
      given: 'timeout was 31 s, the longest request of stock is 30 s',
      allowed: 'up to 30 s',
      fix: 'raise lifecycle.longestRequest of stock',
    },
  ),
]);

test('an invalid timeout is not compared with the longest request', () => {
  const found = findings((stack) => cart(stack).calls(service(stack, 'stock'), { timeout: Duration.millis(NaN) }));
  expect(found.filter(isError).map(({ code }) => code)).toEqual(['MS2007']);
});

describeCode('MS2009', [
  call(
    'a negative number',
    { port: 8080, retries: Retries.upTo(-1) },
    { port: 8080, retries: Retries.none() },
    { given: 'Retries.upTo was given -1', allowed: 'Retries.none()', fix: 'state how often' },
  ),
  call(
    'a fraction',
    { port: 8080, retries: Retries.upTo(1.5) },
    { port: 8080, retries: Retries.upTo(1), idempotent: true },
    { given: '1.5', fix: 'state how often' },
  ),
]);

describeCode('MS2010', [
  {
    name: 'not exposed',
    given: 'cart runs in cluster, stock in far, where it is not exposed',
    fix: 'state stock.expose({ host: …, public: true }), or with allowedSources',
    bad: (stack) => cart(stack).calls(service(elsewhere(stack), 'stock')),
    good: (stack) => across(stack, { public: true, host: 'stock.example' }),
  },
  {
    name: 'exposed without a host',
    given: 'exposed without a host',
    fix: 'stock.expose',
    bad: (stack) => across(stack, { public: true }),
    good: (stack) => across(stack, { public: true, host: 'stock.example' }),
  },
  reference('a reference', stock({ cluster: 'far' }), stock({ cluster: 'far', exposedHost: 'stock.example' }), {
    given: 'stock in far',
    allowed: 'same cluster',
    fix: 'stock.expose',
  }),
]);

function across(stack: ApplicationStack, options: ExposeOptions): void {
  const callee = service(elsewhere(stack), 'stock');
  callee.expose(options);
  cart(stack).calls(callee);
}

describeCode('MS2012', [
  external(
    'a URL',
    { host: 'https://bank.example' },
    { host: 'bank.example' },
    { given: "'https://bank.example'", allowed: 'without scheme', fix: 'only the name' },
  ),
  external('a port', { host: 'bank.example:443' }, {}, { given: "'bank.example:443'", fix: 'only the name' }),
  external('nothing', { host: '' }, {}, { given: "''", fix: 'only the name' }),
  external(
    'numbers that are no address',
    { host: '10.0.0.300' },
    { host: '10.0.0.30' },
    { given: "'10.0.0.300'", allowed: 'or an address', fix: 'only the name' },
  ),
  external(
    'capitals',
    { host: 'Bank.example' },
    {},
    { given: "'Bank.example'", allowed: 'lower case', fix: 'only the name' },
  ),
]);

describeCode('MS2013', [
  external(
    'an address',
    { addresses: ['203.0.113.7'] },
    { addresses: ['203.0.113.7/32'] },
    { given: "'203.0.113.7'", allowed: 'CIDR', fix: '/32' },
  ),
  external(
    'too many bits',
    { addresses: ['203.0.113.0/33'] },
    { addresses: ['2001:db8::/48'] },
    { given: '/33', fix: 'state the first address' },
  ),
  external(
    'numbers above 255',
    { addresses: ['256.0.0.0/8'] },
    {},
    { given: '256.0.0.0/8', fix: 'state the first address' },
  ),
  external(
    'IPv6 with two gaps',
    { addresses: ['1::2::3/64'] },
    { addresses: ['::/0'] },
    { given: '1::2::3/64', fix: '/128' },
  ),
]);

describeCode('MS2011', [
  call(
    'a call that may do harm twice',
    { port: 8080, retries: Retries.upTo(2) },
    { port: 8080, retries: Retries.upTo(2), idempotent: true },
    { given: 'retries were up to 2, idempotent was not stated', allowed: 'idempotent', fix: 'idempotent: true' },
  ),
  call(
    'a call that is said to',
    { port: 8080, retries: Retries.upTo(1), idempotent: false },
    { port: 8080, retries: Retries.none(), idempotent: false },
    { given: 'idempotent was false', fix: 'leave retries out' },
  ),
]);

describeCode('MS2014', [
  reference(
    'another cluster',
    stock({ cluster: 'far', exposedHost: 'stock.example' }),
    stock({ cluster: 'far', exposedHost: 'stock.example', exposedAddresses: ['10.0.0.0/8'] }),
    { given: 'the call to stock opens every public address', allowed: 'stock.example', fix: 'where it is exposed' },
  ),
  external('unknown addresses', { addresses: [] }, ADDRESSES, {
    given: 'bank.example opens every public address on its ports to cart; private addresses stay closed',
    allowed: 'ranges',
    fix: 'state addresses: private ones are reached no other way',
  }),
  external(
    'an address of IPv6 that is none',
    { host: 'bank.example', addresses: [] },
    { host: 'fd00::1', addresses: [] },
    { given: 'bank.example', fix: 'state addresses' },
  ),
]);

describeCode('MS2015', [
  {
    name: 'an unknown address',
    path: 'shop',
    given: 'callsKubernetesApi of cart opens every address on ports 443 and 6443',
    allowed: 'own address',
    fix: 'state apiServer',
    bad: (stack) => cart(stack).callsKubernetesApi(),
    good: (stack) =>
      cart(
        new ApplicationStack(stack.node.root, 'known', {
          platform: new Platform({ cluster: new ClusterFacts({ apiServer: [NetworkPeer.cidr('10.0.0.1/32')] }) }),
        }),
      ).callsKubernetesApi(),
  },
]);

describeCode('MS2016', [
  exposed('no port', [{}], [{ port: 8080 }], {
    given: 'named no port',
    allowed: '8080 (http), 9090 (grpc)',
    fix: 'name a port',
  }),
  exposed('a port that is not there', [{ port: 80 }], [{ port: 9090 }], { given: 'named 80', fix: 'name a port' }),
  exposed('a host that is none', [{ port: 8080, host: 'http://shop' }], [{ port: 8080, host: 'shop.example' }], {
    given: "'http://shop'",
    fix: 'state the name alone',
  }),
  exposed(
    'a source that is none',
    [{ port: 8080, allowedSources: ['office'] }],
    [{ port: 8080, allowedSources: ['203.0.113.0/24'] }],
    { given: "'office'", allowed: 'CIDR', fix: 'state the first address' },
  ),
  exposed('an address that is none', [{ port: 8080, addresses: ['lb'] }], [{ port: 8080, addresses: ['10.0.0.0/8'] }], {
    given: "'lb'",
    allowed: 'CIDR',
    fix: 'state the first address',
  }),
  exposed(
    'the key of an annotation',
    [{ port: 8080, annotations: { 'a b': 'c' } }],
    [{ port: 8080, annotations: { a: 'b c' } }],
    { given: "'a b'", fix: 'state the key' },
  ),
  exposed('one port twice', [{ port: 8080 }, { port: 8080, host: 'a' }], [{ port: 8080 }, { port: 9090 }], {
    given: 'called 2 times',
    fix: 'remove one',
  }),
  exposed(
    'two values of an annotation',
    [
      { port: 8080, annotations: { a: '1' } },
      { port: 9090, annotations: { a: '2' } },
    ],
    [
      { port: 8080, annotations: { a: '1' } },
      { port: 9090, annotations: { a: '1', b: '2' } },
    ],
    { given: "'1' and '2'", fix: 'state it once' },
  ),
  reference(
    'the host of a reference',
    stock({ cluster: 'far', exposedHost: 'https://stock' }),
    stock({ cluster: 'far', exposedHost: 'stock.example' }),
    { given: "'https://stock'", fix: 'state the name alone' },
  ),
]);

describeCode('MS2018', [
  reference('the name of a callee', stock({ name: 'Stock' }), stock(), {
    given: "the name was 'Stock'",
    allowed: '63',
    fix: 'state the name as it is in the cluster',
  }),
  reference(
    'the service account of a callee',
    stock({ serviceAccount: 'Stock' }),
    stock({ serviceAccount: 'stock.v2' }),
    {
      given: "the service account of stock was 'Stock'",
      allowed: '253',
      fix: 'state the metadata.name of its ServiceAccount',
    },
  ),
  reference('no service account of a callee', stock({ serviceAccount: '' }), stock({ serviceAccount: 'stock' }), {
    given: "was ''",
    fix: 'state the metadata.name of its ServiceAccount',
  }),
  reference('the namespace of a callee', stock({ namespace: '' }), stock(), {
    given: "the namespace was ''",
    fix: 'state the namespace as it is in the cluster',
  }),
  {
    name: 'a caller',
    given: "the name was 'a.b'",
    fix: 'state the name as it is in the cluster',
    bad: (stack) => cart(stack).acceptsCallsFrom(stock({ name: 'a.b' })),
    good: (stack) => cart(stack).acceptsCallsFrom(stock()),
  },
]);

describeCode('MS2021', [
  exposed('to whomever', [{ port: 8080, public: false }], [{ port: 8080 }], {
    given: 'port 8080 is exposed to any client, without authentication',
    allowed: 'public, or name the sources',
    fix: 'state public: true, or allowedSources',
  }),
  exposed(
    'under a name',
    [{ port: 9090, host: 'shop.example', public: false }],
    [{ port: 9090, host: 'shop.example', public: false, allowedSources: ['203.0.113.0/24'] }],
    { given: 'port 9090 is exposed as shop.example', fix: 'allowedSources' },
  ),
  exposed(
    'one of two',
    [
      { port: 8080, allowedSources: ['203.0.113.0/24'] },
      { port: 9090, public: false },
    ],
    [{ port: 8080 }, { port: 9090 }],
    { given: 'port 9090', fix: 'public: true' },
  ),
  {
    name: 'without a word',
    given: 'port 8080',
    fix: 'public: true',
    bad: (stack) => cart(stack).expose(),
    good: (stack) => cart(stack).expose({ public: true }),
  },
]);

const retried = (timeout: number | undefined, attempts: number, perTry?: number): CallOptions => ({
  port: 8080,
  idempotent: true,
  ...(timeout !== undefined && { timeout: Duration.millis(timeout) }),
  retries: Retries.upTo(attempts, perTry === undefined ? {} : { perTryTimeout: Duration.millis(perTry) }),
});

describeCode('MS2022', [
  call('long attempts', retried(1000, 1, 488), retried(1000, 1, 487), {
    given: '2 attempts of 488 ms and pauses of up to 25 ms take 1001 ms, the timeout is 1000 ms',
    allowed: 'up to 1000 ms',
    fix: 'a shorter perTryTimeout',
  }),
  call('many attempts', retried(102, 2), retried(103, 2), {
    given: '3 attempts of at least 1 ms and pauses of up to 100 ms take 103 ms, the timeout is 102 ms',
    fix: 'fewer retries',
  }),
  call("what the callee's longest request leaves", retried(undefined, 1, 15_000), retried(undefined, 1, 14_987), {
    given: 'take 30025 ms, the timeout is 30000 ms',
    fix: 'a longer timeout',
  }),
  call('an attempt of nothing', retried(1000, 1, 0), retried(1000, 1, 1), {
    given: 'perTryTimeout was 0 ms',
    allowed: 'from 1 ms',
    fix: 'perTryTimeout',
  }),
  call('an attempt below a millisecond', retried(1000, 1, 0.5), retried(1000, 1), {
    given: 'perTryTimeout was 0.5 ms',
    allowed: 'whole milliseconds',
    fix: 'perTryTimeout',
  }),
]);

describeCode('MS2023', [
  call(
    'a timeout',
    { port: 9090, streaming: true, timeout: Duration.seconds(1) },
    { port: 9090, streaming: true },
    { given: 'timeout was 1000 ms', allowed: 'neither', fix: 'leave streaming out' },
  ),
  call(
    'retries',
    { port: 9090, streaming: true, idempotent: true, retries: Retries.upTo(2) },
    { port: 9090, streaming: true, idempotent: true, retries: Retries.none() },
    { given: 'retries were up to 2', fix: 'leave them out' },
  ),
  call(
    'both',
    { port: 9090, streaming: true, timeout: Duration.seconds(1), idempotent: true, retries: Retries.upTo(1) },
    { ...retried(1000, 1), streaming: false },
    { given: 'timeout was 1000 ms, retries were up to 1', fix: 'leave them out' },
  ),
]);

test('a name that is found fault with where it is stated is no fault of the calls', () => {
  const codes = findings((stack) => {
    const [caller, callee] = [cart(stack), service(stack, 'Stock')];
    caller.calls(callee);
    caller.calls(
      new ExternalService(stack, 'Bank_1', {
        host: 'bank.example',
        ports: [Port.tls(443)],
        addresses: ['203.0.113.0/24'],
      }),
    );
  }).map(({ code, path }) => [code, path]);
  expect(codes).toEqual([['MS1001', 'shop/Stock']]);
});

describeCode('MS2019', [
  {
    name: 'a caller of the same app',
    path: 'shop/stock',
    given: 'shop/cart and shop/stock are in one app',
    allowed: 'stated elsewhere',
    fix: 'cart.calls(stock)',
    bad: (stack) => service(stack, 'stock').acceptsCallsFrom(cart(stack)),
    good: (stack) => cart(stack).calls(service(stack, 'stock')),
  },
  {
    name: 'a reference to a callee of the same app',
    given: 'the reference to depot/stock names depot/stock, which is in this app',
    allowed: 'stated elsewhere',
    fix: 'pass the construct itself: cart.calls(stock)',
    bad: (stack) => [cart(stack).calls(stock()), service(new ApplicationStack(stack.node.root, 'depot'), 'stock')],
    good: (stack) => [cart(stack).calls(stock()), service(new ApplicationStack(stack.node.root, 'other'), 'stock')],
  },
  {
    name: 'a reference with a cluster to a callee of the same app',
    given: 'names depot/stock',
    fix: 'pass the construct itself',
    bad: (stack) => [
      cart(stack).calls(stock({ cluster: 'cluster' })),
      service(new ApplicationStack(stack.node.root, 'depot'), 'stock'),
    ],
    good: (stack) => [
      cart(stack).calls(stock({ cluster: 'far', exposedHost: 'stock.example' })),
      service(new ApplicationStack(stack.node.root, 'depot'), 'stock'),
    ],
  },
  {
    name: 'a reference to a caller of the same app',
    given: 'names depot/stock',
    fix: 'stock.calls(cart)',
    bad: (stack) => [
      cart(stack).acceptsCallsFrom(stock()),
      service(new ApplicationStack(stack.node.root, 'depot'), 'stock'),
    ],
    good: (stack) => cart(stack).acceptsCallsFrom(stock()),
  },
  {
    name: 'a callee of another app',
    given: 'depot/stock is in another app than shop/cart',
    allowed: 'of the same app',
    fix: 'stock.acceptsCallsFrom',
    bad: (stack) => cart(stack).calls(service(new ApplicationStack(new PlainApp(), 'depot'), 'stock')),
    good: (stack) => cart(stack).calls(service(new ApplicationStack(stack.node.root, 'depot'), 'stock')),
  },
]);

describeCode('MS2020', [
  {
    name: 'a role of another namespace',
    given: 'it is in depot, the service account in shop',
    allowed: 'roles of shop',
    fix: 'make the role in shop',
    bad: (stack) =>
      cart(stack).callsKubernetesApi({ role: new Role(new ApplicationStack(stack.node.root, 'depot'), 'reader') }),
    good: (stack) => cart(stack).callsKubernetesApi({ role: new Role(stack, 'reader') }),
  },
  {
    name: 'a role of a namespace as a cluster role',
    given: 'clusterRole was a Role',
    allowed: 'a ClusterRole',
    fix: 'hand it in as role',
    bad: (stack) => cart(stack).callsKubernetesApi({ clusterRole: Role.fromRoleName(stack, 'r', 'reader') }),
    good: (stack) => cart(stack).callsKubernetesApi({ role: ClusterRole.fromClusterRoleName(stack, 'v', 'view') }),
  },
]);

describeCode('MS1016', [
  reference('a port of a reference', stock({ ports: [Port.http(0)] }), stock(), {
    given: 'port of http was 0',
    allowed: '65535',
    fix: 'state the number',
  }),
]);
