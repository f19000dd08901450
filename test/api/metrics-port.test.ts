import { ApplicationStack, Microservice, MicroserviceReference, Port, Protocol } from '../../lib';
import { routedPort } from '../../lib/emit/delivery/flagger/canary-spec';
import { codesOf, environmentOf, rendered, shop } from '../emit/kubernetes/program';

const METRICS = Port.http(9090, { name: 'metrics', servesMetrics: true });
const serve = (stack: ApplicationStack, name: string, ...ports: Port[]) =>
  new Microservice(stack, name, { image: `acme/${name}:1`, ports });

describe.each([
  ['after the port of callers', [Port.http(80), METRICS]],
  ['before it', [METRICS, Port.http(80)]],
])('a port for scrapers %s', (_, ports) => {
  test('leaves the other one as the only port of calls and exposures', () => {
    const stack = shop();
    const [web, cart] = [serve(stack, 'web'), serve(stack, 'cart', ...ports)];
    web.calls(cart);
    cart.expose({ public: true });
    expect(codesOf(stack)).toEqual([]);
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:80']]);
    expect(rendered('NetworkPolicy', cart.networkPolicy).spec.ingress.map((rule) => rule.ports)).toEqual([
      [{ port: 80, protocol: 'TCP' }],
      [{ port: 80, protocol: 'TCP' }],
    ]);
  });

  test('of a reference, and in the half of a call', () => {
    const stack = shop();
    const cart = serve(stack, 'cart', ...ports);
    cart.acceptsCallsFrom(new MicroserviceReference({ name: 'web', namespace: 'front' }));
    cart.calls(new MicroserviceReference({ name: 'pay', namespace: 'bank', ports }));
    expect(codesOf(stack)).toEqual([]);
    expect(environmentOf(cart)).toEqual([['PAY_ADDR', 'pay.bank.svc:80']]);
  });

  test('is not the one that Flagger routes', () => {
    expect(routedPort({ ports })!.number).toBe(80);
  });

  test('is reached where it is named', () => {
    const stack = shop();
    const [web, cart] = [serve(stack, 'web'), serve(stack, 'cart', ...ports)];
    web.calls(cart, { port: 9090 });
    expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:9090']]);
  });
});

test('a port for scrapers does not compete by its protocol', () => {
  const stack = shop();
  const [web, cart] = [serve(stack, 'web'), serve(stack, 'cart', Port.grpc(70), Port.http(80), METRICS)];
  web.calls(cart, { protocol: Protocol.HTTP });
  expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:80']]);
  expect(codesOf(stack)).toEqual([]);
});

test('a port for scrapers is the one that its protocol tells, where no other speaks it', () => {
  const stack = shop();
  const [web, cart] = [serve(stack, 'web'), serve(stack, 'cart', Port.grpc(70), Port.tcp(80), METRICS)];
  web.calls(cart, { protocol: Protocol.HTTP });
  expect(environmentOf(web)).toEqual([['CART_ADDR', 'cart:9090']]);
});

test.each([
  ['two ports of callers', [Port.http(80), Port.grpc(70), METRICS]],
  ['two ports for scrapers alone', [METRICS, Port.http(80, { servesMetrics: true })]],
])('%s still ask for a choice', (_, ports) => {
  const stack = shop();
  const [web, cart] = [serve(stack, 'web'), serve(stack, 'cart', ...ports)];
  web.calls(cart);
  cart.expose({ public: true });
  expect(codesOf(stack).sort()).toEqual(['MS2002', 'MS2016']);
});
