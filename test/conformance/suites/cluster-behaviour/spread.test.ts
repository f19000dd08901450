import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { maxSkewOf, skewOf, spreadAmong } from './spread';

function workload(kind: string, spec: object): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { template: { spec: { containers: [] } }, ...spec },
  };
}

test('the skew is what the fullest place has more than the emptiest', () => {
  expect(skewOf([1, 1, 1])).toBe(0);
  expect(skewOf([3, 0, 1])).toBe(3);
});

test('the skew that is stated for zones counts, not that for nodes', () => {
  const topologySpreadConstraints = [
    { topologyKey: 'kubernetes.io/hostname', maxSkew: 3 },
    { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 2 },
  ];
  expect(maxSkewOf(workload('Deployment', { template: { spec: { topologySpreadConstraints } } }))).toBe(2);
  expect(maxSkewOf(workload('Deployment', {}))).toBe(1);
});

test('a workload is to be spread when it, or its autoscaler, states a pod for every zone', () => {
  const autoscaler: KubernetesObject = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { scaleTargetRef: { kind: 'Deployment', name: 'cart' }, minReplicas: 3 },
  };
  const count = (...manifests: KubernetesObject[]) =>
    spreadAmong(manifests.map((manifest) => ({ manifest, file: 'shop.yaml', line: 1 }))).length;
  expect(count(workload('Deployment', { replicas: 3 }))).toBe(1);
  expect(count(workload('Deployment', { replicas: 2 }))).toBe(0);
  expect(count(workload('Deployment', {}), autoscaler)).toBe(1);
  expect(count(workload('DaemonSet', {}))).toBe(0);
});
