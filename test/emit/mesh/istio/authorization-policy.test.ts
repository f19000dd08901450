import { IstioMeshProps, MicroserviceReference, Port } from '../../../../lib';
import { all, find } from '../../../support/manifests';
import { GATEWAY, IstioProgram, labelsOf, PROMETHEUS } from './program';

const rulesOf = (program: IstioProgram, name = 'cart') =>
  find(program.written(), 'AuthorizationPolicy', name).spec.rules;
const accounts = (...serviceAccounts: string[]) => [{ source: { serviceAccounts } }];
const operation = (...ports: string[]) => [{ operation: { ports } }];

function webAndCart(mesh: IstioMeshProps = {}, ...ports: Port[]) {
  const program = new IstioProgram(mesh);
  return { program, web: program.serve('web'), cart: program.serve('cart', ports.length === 0 ? {} : { ports }) };
}

test('declared callers are let in by their accounts, at the port of the container', () => {
  const { program, web, cart } = webAndCart();
  web.calls(cart);
  expect(find(program.written(), 'AuthorizationPolicy', 'cart').spec).toEqual({
    selector: { matchLabels: labelsOf('cart') },
    action: 'ALLOW',
    rules: [{ from: accounts('shop/web'), to: operation('8080') }],
  });
});

test('callers of the same requests share a rule, whatever namespace they are in', () => {
  const { program, web, cart } = webAndCart();
  program.serve('web', {}, program.stack('bank')).calls(cart);
  web.calls(cart);
  expect(rulesOf(program)).toEqual([{ from: accounts('bank/web', 'shop/web'), to: operation('8080') }]);
});

test('a caller that is stated elsewhere is known by the account that it states', () => {
  const { program, cart } = webAndCart();
  cart.acceptsCallsFrom(new MicroserviceReference({ name: 'pay', namespace: 'bank', serviceAccount: 'payer' }));
  expect(rulesOf(program)).toEqual([{ from: accounts('bank/payer'), to: operation('8080') }]);
});

test('each port has callers of its own', () => {
  const { program, web, cart } = webAndCart({}, Port.http(80, { targetPort: 8080 }), Port.tcp(6379));
  const job = program.serve('job');
  web.calls(cart, { port: 80 });
  job.calls(cart, { port: 6379 });
  expect(rulesOf(program)).toEqual([
    { from: accounts('shop/job'), to: operation('6379') },
    { from: accounts('shop/web'), to: operation('8080') },
  ]);
});

describe('limits', () => {
  test.each([
    ['methods of HTTP, in capitals', Port.http(80), { methods: ['post', 'GET'] }, { methods: ['GET', 'POST'] }],
    ['paths of HTTP', Port.http(80), { paths: ['/b/*', '/a'] }, { paths: ['/a', '/b/*'] }],
    ['both', Port.http2(80), { methods: ['GET'], paths: ['/a'] }, { methods: ['GET'], paths: ['/a'] }],
    ['methods of gRPC', Port.grpc(80), { methods: ['Get', 'Add'] }, { paths: ['*/Add', '*/Get'] }],
    ['services of gRPC', Port.grpc(80), { paths: ['/acme.Cart'] }, { paths: ['/acme.Cart/*'] }],
    [
      'methods of services of gRPC',
      Port.grpc(80),
      { methods: ['Get', 'Add'], paths: ['/acme.Cart', '/acme.Stock/'] },
      { paths: ['/acme.Cart/Add', '/acme.Cart/Get', '/acme.Stock/Add', '/acme.Stock/Get'] },
    ],
  ])('%s', (_, port, operation, expected) => {
    const { program, web, cart } = webAndCart({}, port);
    web.calls(cart, { operation });
    expect(rulesOf(program)).toEqual([
      { from: accounts('shop/web'), to: [{ operation: { ports: ['80'], ...expected } }] },
    ]);
  });

  test('each call of one caller has its own', () => {
    const { program, web, cart } = webAndCart();
    const ads = program.serve('ads');
    web.calls(cart, { operation: { methods: ['GET'] } });
    web.calls(cart, { operation: { methods: ['POST'], paths: ['/items'] } });
    ads.calls(cart, { operation: { methods: ['GET'] } });
    expect(rulesOf(program)).toEqual([
      { from: accounts('shop/ads', 'shop/web'), to: [{ operation: { ports: ['8080'], methods: ['GET'] } }] },
      { from: accounts('shop/web'), to: [{ operation: { ports: ['8080'], methods: ['POST'], paths: ['/items'] } }] },
    ]);
  });
});

test.each([
  [16, [16]],
  [17, [16, 1]],
  [33, [16, 16, 1]],
])('%i callers are told in sources of %j', (count, sizes) => {
  const { program, cart } = webAndCart();
  for (let at = 0; at < count; at++) program.serve(`caller-${at}`).calls(cart);
  const [rule, ...others] = rulesOf(program);
  expect(others).toEqual([]);
  expect(rule!.from.map(({ source }) => source.serviceAccounts.length)).toEqual(sizes);
  expect(new Set(rule!.from.flatMap(({ source }) => source.serviceAccounts)).size).toBe(count);
});

test('callers must be of the trust domain that is stated, the gateway too', () => {
  const { program, web, cart } = webAndCart({ trustDomain: 'td.example', ingressGateway: GATEWAY });
  for (let at = 0; at < 16; at++) program.serve(`caller-${at}`).calls(cart);
  web.calls(cart);
  cart.expose({ host: 'cart.example.com', public: true });
  const [callers, gateway] = rulesOf(program).map(({ from }) => from);
  expect(callers).toHaveLength(1);
  expect(callers![0]!.source.principals).toHaveLength(17);
  expect(callers![0]!.source.principals).toContain('td.example/ns/shop/sa/web');
  expect(gateway).toEqual([{ source: { principals: ['td.example/ns/istio-ingress/sa/istio-ingress'] } }]);
});

test('the ingress gateway is let in where something is exposed, and there alone', () => {
  const { program, web, cart } = webAndCart(
    { ingressGateway: GATEWAY },
    Port.http(80, { targetPort: 8080 }),
    Port.http(81, { targetPort: 8081, name: 'admin' }),
  );
  cart.expose({ port: 81, host: 'cart.example.com', public: true });
  web.calls(cart, { port: 80 });
  expect(rulesOf(program)).toEqual([
    { from: accounts('shop/web'), to: operation('8080') },
    { from: accounts('istio-ingress/istio-ingress'), to: operation('8081') },
  ]);
});

describe('scrapers', () => {
  const scraped = (...ports: Port[]) => {
    const program = new IstioProgram({}, { scrapers: [PROMETHEUS] });
    return { program, web: program.serve('web'), cart: program.serve('cart', { ports }) };
  };

  test('may read metrics on their own port, without an account', () => {
    const { program, web, cart } = scraped(
      Port.http(80),
      Port.http(9090, { name: 'metrics', servesMetrics: true, targetPort: 9091 }),
    );
    web.calls(cart, { port: 80 });
    expect(rulesOf(program)).toEqual([
      { from: accounts('shop/web'), to: operation('80') },
      { to: [{ operation: { ports: ['9091'], methods: ['GET'] } }] },
    ]);
  });

  test('are let in although nobody calls', () => {
    const { program } = scraped(Port.http(80), Port.http(9090, { name: 'metrics', servesMetrics: true }));
    expect(rulesOf(program)).toEqual([{ to: [{ operation: { ports: ['9090'], methods: ['GET'] } }] }]);
  });

  test('are not, where there are none', () => {
    const { program, web, cart } = webAndCart(
      {},
      Port.http(80),
      Port.http(9090, { name: 'metrics', servesMetrics: true }),
    );
    web.calls(cart, { port: 80 });
    expect(rulesOf(program)).toHaveLength(1);
  });
});

test("where nobody calls there is no policy but the namespace's, which lets nobody in", () => {
  const { program } = webAndCart();
  expect(all(program.written(), 'AuthorizationPolicy').map(({ metadata: { name }, spec }) => [name, spec])).toEqual([
    ['deny-all', {}],
  ]);
});
