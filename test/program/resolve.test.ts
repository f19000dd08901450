import { App, ApplicationStack, Microservice, Port } from '../../lib';

function shop() {
  const stack = new ApplicationStack(new App(), 'shop');
  const serve = (name: string) => new Microservice(stack, name, { image: `acme/${name}:1`, ports: [Port.http(8080)] });
  return { web: serve('web'), cart: serve('cart'), pay: serve('pay') };
}

test('edges end at frozen endpoints, which lead to each other in circles', () => {
  const { web, cart, pay } = shop();
  web.calls(cart);
  cart.calls(pay);
  pay.calls(cart);
  const [edge] = web._facts.outbound;
  const { workload, outbound } = edge!.callee;
  expect(
    [edge, edge!.callee, workload, workload!.exposures, outbound, outbound![0]].filter(Object.isFrozen),
  ).toHaveLength(6);
  expect(edge!.callee.outbound!.map(({ callee }) => callee.name)).toEqual(['pay']);
  expect(edge!.callee.outbound![0]!.callee.outbound![0]!.callee).toBe(edge!.callee);
});

test('a later statement is in the next program, and leaves the one before as it was', () => {
  const { web, cart, pay } = shop();
  web.calls(cart);
  const before = web._facts.outbound[0]!.callee;
  cart.calls(pay);
  cart.expose({ public: true });
  expect(before.outbound).toEqual([]);
  expect(before.workload!.exposures).toEqual([]);
  const after = web._facts.outbound[0]!.callee;
  expect(after.outbound!.map(({ callee }) => callee.name)).toEqual(['pay']);
  expect(after.workload!.exposures).toHaveLength(1);
});
