import { KubernetesVersion } from '../../../lib/values';

test.each([
  ['1.27', 27],
  ['v1.34', 34],
  ['1.34.2', 34],
  ['v1.31.4-gke.100', 31],
  ['1.30+', 30],
])('%s is a version', (text, minor) => {
  const version = KubernetesVersion.of(text);
  expect(version.minor).toBe(minor);
  expect(version.supported).toBe(true);
  expect(`${version}`).toBe(`1.${minor}`);
});

test.each(['', '2.0', '1', 'latest', '1.x', '11.30', '1.3000'])('%j is none', (text) => {
  const version = KubernetesVersion.of(text);
  expect(version.supported).toBe(false);
  expect(`${version}`).toBe(text);
});

test('versions before the oldest are not supported', () => {
  expect(KubernetesVersion.of('1.26').supported).toBe(false);
  expect(KubernetesVersion.OLDEST.supported).toBe(true);
  expect(KubernetesVersion.NEWEST.supported).toBe(true);
});

test('knows what came with a minor version', () => {
  expect(KubernetesVersion.of('1.29').atLeast(29)).toBe(true);
  expect(KubernetesVersion.of('1.29').atLeast(30)).toBe(false);
  expect(KubernetesVersion.of('1.100').atLeast(30)).toBe(true);
  expect(KubernetesVersion.of('none').atLeast(28)).toBe(false);
});
