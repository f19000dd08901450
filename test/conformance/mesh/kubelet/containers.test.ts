import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { downwardFile, istioContainers } from './containers';

const pod = (spec: object): KubernetesObject => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cart' }, spec });

test('finds the sidecar among containers and among native sidecars', () => {
  const proxy = { name: 'istio-proxy' };
  const app = { name: 'cart' };
  expect(istioContainers(pod({ containers: [app, proxy] }))?.proxy).toBe(proxy);
  expect(istioContainers(pod({ initContainers: [proxy], containers: [app] }))?.proxy).toBe(proxy);
  expect(istioContainers(pod({ containers: [app] }))).toBeUndefined();
});

test('applies the rules that a validating container only looks for', () => {
  const rules = {
    name: 'istio-validation',
    args: ['istio-iptables', '-p', '15001', '--run-validation', '--skip-rule-apply'],
  };
  const spec = { initContainers: [rules], containers: [{ name: 'istio-proxy' }] };
  expect(istioContainers(pod(spec))?.trafficRules).toEqual(['istio-iptables', '-p', '15001']);
  expect(istioContainers(pod({ containers: [{ name: 'istio-proxy' }] }))?.trafficRules).toBeUndefined();
});

test('shows a map as a downward API volume does', () => {
  expect(downwardFile({ a: '1', b: 'x "y"' })).toBe('a="1"\nb="x \\"y\\""');
});
