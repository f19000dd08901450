import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { PLANTED } from './planted-rules';
import { writeRuleFiles } from './rule-files';

test('every group of PrometheusRules, and of rule files in ConfigMaps, is a file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rule-files-'));
  const groups = PLANTED.spec.groups;
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cart-rules' },
    data: { 'shop-cart.rules.yaml': JSON.stringify({ groups }), 'other.yaml': 'groups: [{ name: no }]' },
  };
  const objects = [PLANTED, configMap, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'without' } }].map(
    (manifest) => ({ manifest, file: 'shop.yaml', line: 1 }),
  );
  const files = writeRuleFiles({ name: 'shop/production', objects }, folder);
  expect(files.map(({ group, object }) => [object.manifest.kind, group.name])).toEqual(
    ['PrometheusRule', 'ConfigMap'].flatMap((kind) => [
      [kind, 'shop/checkout/objectives'],
      [kind, 'shop/checkout/alerts'],
    ]),
  );
  expect(files.map(({ path: file }) => JSON.parse(fs.readFileSync(file, 'utf8')).groups)).toEqual(
    files.map(({ group }) => [group]),
  );
  fs.rmSync(folder, { recursive: true });
});
