import { addressesIn, callsIn, portsCalledElsewhere } from './environment';
import { workloadsOf } from './endpoints';
import { deployment, located, service } from './testing';

test.each([
  ['cart:7070', [{ host: 'cart', port: 7070 }]],
  ['cart.shop.svc.cluster.local:7070', [{ host: 'cart.shop.svc.cluster.local', port: 7070 }]],
  ['http://cart/api', [{ host: 'cart', port: 80 }]],
  ['https://api.example.com', [{ host: 'api.example.com', port: 443 }]],
  ['redis://user:secret@store:6379/0', [{ host: 'store', port: 6379 }]],
  [
    'a:1,b:2',
    [
      { host: 'a', port: 1 },
      { host: 'b', port: 2 },
    ],
  ],
  ['cart', []],
  ['', []],
])('addresses in %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

test('a call leads to the port of the container behind the Service', () => {
  const workloads = workloadsOf(
    located(
      deployment('web', { env: [{ name: 'CART', value: 'cart:80' }] }),
      deployment('cart', { ports: [{ name: 'http', containerPort: 8080 }] }),
    ),
  );
  expect(callsIn(workloads, [service('cart', { ports: [{ port: 80, targetPort: 'http' }] })])).toEqual([
    'Deployment shop/web -> Deployment shop/cart:8080/TCP',
  ]);
});

test('a name without its namespace is of the own one', () => {
  const callers = (value: string) =>
    workloadsOf(
      located(
        deployment('web', { env: [{ name: 'CART', value }] }, 'other'),
        deployment('cart', { ports: [{ containerPort: 80 }] }),
      ),
    );
  const services = [service('cart', { ports: [{ port: 80 }] })];
  expect(callsIn(callers('cart:80'), services)).toEqual([]);
  expect(callsIn(callers('cart.shop:80'), services)).toEqual(['Deployment other/web -> Deployment shop/cart:80/TCP']);
});

test('what is no Service here is called elsewhere', () => {
  const [caller] = workloadsOf(
    located(
      deployment('web', {
        env: [
          { name: 'A', value: 'https://api.example.com' },
          { name: 'B', value: 'cart.shop.svc.cluster.local:80' },
        ],
      }),
    ),
  );
  expect(portsCalledElsewhere(caller!, [service('cart', { ports: [{ port: 80 }] })])).toEqual([443]);
});
