import { validateManifest } from './manifests';
import { VALID_MANIFESTS } from './valid-manifests';

test.each(VALID_MANIFESTS.map((manifest) => [manifest.kind, manifest]))('a valid %s passes', (_, manifest) => {
  expect(validateManifest(manifest)).toEqual([]);
});
