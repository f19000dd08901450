import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { hostsFile } from './hosts';
import { portsOf, selects } from './ports';

const service = (name: string, namespace: string, spec: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec,
});
const pod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart', namespace: 'shop', labels: { app: 'cart' } },
  spec: {
    containers: [
      {
        name: 'cart',
        ports: [
          { name: 'main', containerPort: 8080 },
          { containerPort: 9090 },
          { name: 'redis', containerPort: 6379 },
          { containerPort: 53, protocol: 'UDP' },
        ],
      },
      { name: 'istio-proxy', ports: [{ containerPort: 15090 }] },
    ],
  },
};

test('resolves Services by the names that a pod of the namespace may use', () => {
  const services = [
    service('cart', 'shop', { clusterIP: '10.96.0.1' }),
    service('mail', 'other', { clusterIP: '10.96.0.2' }),
    service('headless', 'shop', { clusterIP: 'None' }),
  ];
  expect(hostsFile('shop', services, [{ address: '192.0.2.1', names: ['api.example.com'] }])).toBe(
    [
      '127.0.0.1 localhost',
      '192.0.2.1 api.example.com',
      '10.96.0.1 cart cart.shop cart.shop.svc cart.shop.svc.cluster.local',
      '10.96.0.2 mail.other mail.other.svc mail.other.svc.cluster.local',
      '',
    ].join('\n'),
  );
});

test('speaks the protocols that Services name, then those that ports name', () => {
  const services = [
    service('cart', 'shop', {
      selector: { app: 'cart' },
      ports: [
        { name: 'x', port: 80, targetPort: 'main', appProtocol: 'kubernetes.io/h2c' },
        { name: 'grpc-api', port: 9090 },
      ],
    }),
    service('cart', 'other', { selector: { app: 'cart' }, ports: [{ name: 'tcp', port: 8080 }] }),
  ];
  expect(portsOf(pod, services)).toEqual([
    { port: 8080, protocol: 'http2' },
    { port: 9090, protocol: 'http2' },
    { port: 6379, protocol: 'tcp' },
  ]);
  expect(portsOf(pod, [])).toEqual([
    { port: 8080, protocol: 'http' },
    { port: 9090, protocol: 'http' },
    { port: 6379, protocol: 'tcp' },
  ]);
});

test('a Service without selector leads to no pod', () => {
  expect(selects(service('cart', 'shop', {}), pod)).toBe(false);
  expect(selects(service('cart', 'shop', { selector: { app: 'cart', tier: 'x' } }), pod)).toBe(false);
});
