import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { connectionsAmong } from './connections';
import { declaredIn, isDeclared } from './declared';
import { deployment, located, service } from './testing';

function declaredAmong(...manifests: readonly KubernetesObject[]): string[] {
  const objects = located(...manifests);
  const declared = declaredIn(objects);
  return connectionsAmong(objects)
    .filter(({ from, to, port }) => isDeclared(declared, from, to, port) === true)
    .map(({ from, to, port }) => `${from.title} -> ${to.title}:${port.number}/${port.protocol}`);
}

const WEB = deployment('web', { env: [{ name: 'CART', value: 'cart:80' }], ports: [{ containerPort: 8080 }] });
const CART: readonly KubernetesObject[] = [
  deployment('cart', { ports: [{ containerPort: 7070 }] }),
  service('cart', { ports: [{ port: 80, targetPort: 7070 }] }),
];

test('a caller calls what its environment names, and asks for names', () => {
  expect(declaredAmong(WEB, ...CART)).toEqual([
    'Deployment shop/web -> Deployment shop/cart:7070/TCP',
    'Deployment shop/web -> the name server:53/TCP',
    'Deployment shop/web -> the name server:53/UDP',
  ]);
});

test('a Service with a load balancer lets everybody outside in', () => {
  expect(
    declaredAmong(
      ...CART,
      service('web', { type: 'LoadBalancer', ports: [{ port: 80, targetPort: 8080 }] }),
      deployment('web', { ports: [{ containerPort: 8080 }] }),
    ),
  ).toEqual([
    'a pod without labels in another namespace -> Deployment shop/web:8080/TCP',
    'the address 198.51.100.7 -> Deployment shop/web:8080/TCP',
  ]);
});

test('or only the ranges that it names', () => {
  const exposed = service('cart', {
    type: 'LoadBalancer',
    ports: [{ port: 7070 }],
    loadBalancerSourceRanges: ['203.0.113.0/24'],
  });
  expect(declaredAmong(CART[0]!, exposed)).toEqual(['the address 203.0.113.0 -> Deployment shop/cart:7070/TCP']);
});

test('what an interceptor holds requests to is reached through the interceptor, of which no manifest tells', () => {
  const web = deployment('web', {
    env: [{ name: 'CART', value: 'cart.shop.svc:80' }],
    ports: [{ containerPort: 8080 }],
  });
  const route = {
    apiVersion: 'http.keda.sh/v1beta1',
    kind: 'InterceptorRoute',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { target: { service: 'cart', port: 80 } },
  };
  expect(declaredAmong(web, ...CART, route)).toEqual([
    'Deployment shop/web -> the name server:53/TCP',
    'Deployment shop/web -> the name server:53/UDP',
  ]);
  expect(declaredAmong(web, ...CART, { ...route, metadata: { name: 'cart', namespace: 'other' } })).toContain(
    'Deployment shop/web -> Deployment shop/cart:7070/TCP',
  );
});

test('nobody knows what a workload that calls a host by name reaches at that port', () => {
  const objects = located(deployment('web', { env: [{ name: 'API', value: 'https://api.example.com' }] }));
  const declared = declaredIn(objects);
  const outward = connectionsAmong(objects).filter(({ from, to }) => from.role === 'workload' && to.pod === undefined);
  const [toPort] = outward.map(({ from, to }) => isDeclared(declared, from, to, { number: 443, protocol: 'TCP' }));
  expect(toPort).toBeUndefined();
  expect(outward.map(({ from, to, port }) => isDeclared(declared, from, to, port))).toEqual([false]);
});
