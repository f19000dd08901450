import { has } from '../../../lib/emit/kubernetes';
import { KubernetesVersion } from '../../../lib/values';

test.each([
  ['1.28', false, false],
  ['1.29', true, false],
  ['1.30', true, true],
  ['1.36', true, true],
])('%s: native sidecars %s, sleep action %s', (text, sidecar, sleep) => {
  const version = KubernetesVersion.of(text);
  expect(has(version, 'nativeSidecar')).toBe(sidecar);
  expect(has(version, 'sleepAction')).toBe(sleep);
});
