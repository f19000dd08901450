import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { environmentOf, expand } from './environment';

const pod: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart-1', namespace: 'shop', labels: { 'app.kubernetes.io/name': 'cart' } },
  spec: { serviceAccountName: 'cart' },
  status: { podIP: '10.244.1.2' },
};
const field = (name: string, fieldPath: string): object => ({ name, valueFrom: { fieldRef: { fieldPath } } });
const resource = (name: string, of: string): object => ({
  name,
  valueFrom: { resourceFieldRef: { resource: of, divisor: '1' } },
});

test('resolves values, fields and resources', () => {
  const container = {
    resources: { limits: { cpu: '1500m', memory: '1Gi' } },
    env: [
      field('NAME', 'metadata.name'),
      field('ADDRESS', 'status.podIP'),
      field('APP', "metadata.labels['app.kubernetes.io/name']"),
      field('NODE', 'spec.nodeName'),
      { name: 'BOTH', value: '$(NAME).$(NOBODY)' },
      { name: 'EMPTY' },
      resource('CPU', 'limits.cpu'),
      resource('MEMORY', 'limits.memory'),
    ],
  };
  expect(environmentOf(pod, container)).toEqual({
    NAME: 'cart-1',
    ADDRESS: '10.244.1.2',
    APP: 'cart',
    NODE: '',
    BOTH: 'cart-1.$(NOBODY)',
    EMPTY: '',
    CPU: '2',
    MEMORY: '1073741824',
  });
});

test('expands references', () => {
  expect(expand('$(POD_NAMESPACE).svc.cluster.local', { POD_NAMESPACE: 'shop' })).toBe('shop.svc.cluster.local');
});
