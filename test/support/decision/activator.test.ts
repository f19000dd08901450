import { decideThrough, INTERCEPTOR, interceptorOf } from './activator';
import { mesh, meshObject } from './fixtures';

const HOST = 'cart.shop.svc.cluster.local';
const holds = (http: readonly object[]) => meshObject('VirtualService', 'cart', { hosts: [HOST], http });
const toInterceptor = {
  name: 'default',
  rewrite: { authority: HOST },
  route: [
    { destination: { host: 'keda-add-ons-http-interceptor-proxy.keda.svc.cluster.local', port: { number: 8080 } } },
  ],
};
const fromInterceptor = {
  name: 'from-activator',
  match: [{ sourceNamespace: 'keda' }],
  route: [{ destination: { host: HOST, port: { number: 80 } } }],
};
const routes = holds([fromInterceptor, toInterceptor]);
const policy = (name: string, namespace: string, spec: object) =>
  meshObject('AuthorizationPolicy', name, spec, namespace);
const strangers = policy('shop.cart', 'keda', {
  action: 'DENY',
  rules: [
    {
      from: [{ source: { notPrincipals: ['*/ns/shop/sa/cl'] } }],
      to: [{ operation: { hosts: [HOST, `${HOST}:*`], ports: ['8080'] } }],
    },
  ],
});

function through(objects: Parameters<typeof mesh>[0], from = 'cl') {
  const { simulator } = mesh([...INTERCEPTOR, ...objects!]);
  return decideThrough(
    simulator,
    { from: simulator.workload(from), to: simulator.workload('shop/cart'), port: 80, method: 'GET', path: '/' },
    interceptorOf(simulator),
  );
}

test('a request arrives where it waits, and then at the pods', () => {
  expect(through([routes]).allowed).toBe(true);
});

test('policies there see the host that the route wrote, and who sent it', () => {
  expect(
    [through([routes, strangers]), through([routes, strangers], 'cl2')].map(({ authorization }) => authorization),
  ).toEqual([true, false]);
});

test('pods see who holds requests, not who sent them', () => {
  const only = (account: string) =>
    policy('cart', 'shop', {
      selector: { matchLabels: { app: 'cart' } },
      rules: [{ from: [{ source: { serviceAccounts: [account] } }] }],
    });
  expect(
    [through([routes, only('keda/keda-add-ons-http-interceptor')]), through([routes, only('shop/cl')])].map(
      ({ authorization }) => authorization,
    ),
  ).toEqual([true, false]);
});

test('a request that does not wait, or goes round, is noticed', () => {
  expect(() => through([])).toThrow('arrives at shop/cart');
  const { simulator } = mesh([...INTERCEPTOR, holds([toInterceptor])]);
  const round = simulator.splitOf({
    from: interceptorOf(simulator),
    to: simulator.workload('shop/cart'),
    port: 80,
    method: 'GET',
    path: '/',
  });
  expect(round.flatMap(({ workloads }) => workloads)).toEqual([interceptorOf(simulator)]);
});
