import { validateManifest } from './manifests';
import { spoiled } from './spoil';
import { VALID_MANIFESTS } from './valid-manifests';

test.each(VALID_MANIFESTS.map((manifest) => [manifest.kind, manifest] as const))('a valid %s passes', (_, manifest) => {
  expect(validateManifest(manifest)).toEqual([]);
});

test('a problem says kind, namespace, name and place', () => {
  expect(
    validateManifest(spoiled('Deployment', { '/spec/template/spec/containers/0/imagePullPolice': 'Always' })),
  ).toEqual(['Deployment shop/cart /spec/template/spec/containers/0/imagePullPolice: unknown field']);
});

test('a value of the wrong type is told once', () => {
  expect(validateManifest(spoiled('ServiceAccount', { '/automountServiceAccountToken': 'no' }))).toEqual([
    'ServiceAccount shop/cart /automountServiceAccountToken: must be boolean',
  ]);
});

test('null is no way to leave a field out', () => {
  expect(validateManifest(spoiled('Service', { '/spec/clusterIP': null }))).toEqual([
    'Service shop/cart /spec/clusterIP: must be string',
  ]);
});

test.each([
  [
    { apiVersion: 'example.com/v1', kind: 'Cart', metadata: { name: 'cart' } },
    'Cart cart /: no schema for example.com/v1/Cart',
  ],
  [
    spoiled('PodDisruptionBudget', { '/apiVersion': 'policy/v1beta1' }),
    'PodDisruptionBudget shop/cart /: no schema for policy/v1beta1/PodDisruptionBudget',
  ],
  [{}, 'undefined  /: no schema for undefined/undefined'],
  [null, 'undefined  /: no schema for undefined/undefined'],
])('what has no schema is refused: %j', (manifest, problem) => {
  expect(validateManifest(manifest)).toEqual([problem]);
});

// Notices it when the packages change the form in which they state their kinds.
test('every stable kind of Kubernetes is known', () => {
  const known = manifestJudge.knownKinds();
  expect(
    VALID_MANIFESTS.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`).filter((id) => !known.includes(id)),
  ).toEqual([]);
  expect(known.length).toBeGreaterThanOrEqual(71);
});
