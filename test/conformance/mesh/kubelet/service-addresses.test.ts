import { rulesFor } from './service-addresses';

const SERVICE = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { clusterIP: '10.96.0.7', ports: [{ name: 'http', port: 80 }] },
};

function slice(addresses: readonly string[], conditions = { ready: true }) {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'cart-1', namespace: 'shop', labels: { 'kubernetes.io/service-name': 'cart' } },
    ports: [{ name: 'http', port: 8080 }],
    endpoints: addresses.map((address) => ({ addresses: [address], conditions })),
  };
}

test('each pod gets its share of the connections', () => {
  expect(rulesFor(SERVICE, [slice(['10.244.1.1', '10.244.1.2'])])).toEqual([
    '-A SERVICES -d 10.96.0.7/32 -p tcp --dport 80 -m statistic --mode random --probability 0.50000 -j DNAT ' +
      '--to-destination 10.244.1.1:8080',
    '-A SERVICES -d 10.96.0.7/32 -p tcp --dport 80 -j DNAT --to-destination 10.244.1.2:8080',
  ]);
});

test('pods that are not ready get none, nor do those of other Services', () => {
  const other = {
    ...slice(['10.244.1.3']),
    metadata: { name: 'mail-1', namespace: 'shop', labels: { 'kubernetes.io/service-name': 'mail' } },
  };
  expect(rulesFor(SERVICE, [slice(['10.244.1.1'], { ready: false }), other])).toEqual([]);
});

test('a Service without an address has no rules', () => {
  expect(rulesFor({ ...SERVICE, spec: { ...SERVICE.spec, clusterIP: 'None' } }, [slice(['10.244.1.1'])])).toEqual([]);
});
