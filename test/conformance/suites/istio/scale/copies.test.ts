import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { copiesOf } from './copies';

const object = (kind: string, name: string, spec: object): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'many' },
  spec,
});
const objects = [
  object('Service', 'callee', {
    selector: { app: 'callee' },
    ports: [{ name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' }],
  }),
  object('VirtualService', 'callee', { hosts: ['callee.many'] }),
  object('Sidecar', 'callee', {}),
  object('Service', 'other', {}),
];

test('copies what other proxies see, under names of its own and with an endpoint each', () => {
  const copies = copiesOf(objects, 'callee', 2);
  expect(copies.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'Service copy-1',
    'EndpointSlice copy-1',
    'VirtualService copy-1',
    'Service copy-2',
    'EndpointSlice copy-2',
    'VirtualService copy-2',
  ]);
  expect(copies[0]!.spec).toEqual({ ports: [{ name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' }] });
  expect(copies[1]).toMatchObject({
    endpoints: [{ addresses: ['10.245.0.1'] }],
    ports: [{ name: 'http', port: 8080 }],
  });
  expect(copies[5]!.spec).toEqual({ hosts: ['copy-2.many'] });
});
