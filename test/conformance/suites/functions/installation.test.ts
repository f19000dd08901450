import { KnativeFeature } from '../../../../lib';
import { parseManifests } from '../../manifests';
import { installationAmong, withFeatures } from './installation';

const configMap = (name: string, data: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n${data}\n`;

test('flags are switched on by their names', () => {
  expect(withFeatures([KnativeFeature.NODE_SELECTOR])).toEqual({
    'config-features': { 'kubernetes.podspec-nodeselector': 'enabled' },
  });
});

test('a folder without ConfigMaps of Knative is judged as it ships', () => {
  expect(installationAmong(parseManifests(configMap('other', 'data: { a: b }'), 'a.yaml'))).toEqual({});
});

test('ConfigMaps of Knative count, but for their documentation', () => {
  const text = [
    configMap('config-features', 'data: { multi-container: disabled, _example: "multi-container: enabled" }'),
    configMap('config-defaults', ''),
  ].join('---\n');
  expect(installationAmong(parseManifests(text, 'a.yaml'))).toEqual({
    'config-features': { 'multi-container': 'disabled' },
    'config-defaults': {},
  });
});
