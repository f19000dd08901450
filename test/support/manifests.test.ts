import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { stringify } from 'yaml';
import { environments } from '../../apps/online-boutique/environments';
import { onlineBoutique } from '../../apps/online-boutique/online-boutique';
import * as library from '../../lib';
import { all, expectValid, find, manifestsOf, only, parseManifests, readManifests, synthesize } from './manifests';
import { spoiled } from './spoil';
import { VALID_MANIFESTS } from './valid-manifests';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'manifests-'));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function appWith(...names: readonly string[]): App {
  const app = new App({ outdir: folder });
  const chart = new Chart(app, 'shop');
  for (const name of names)
    new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } });
  return app;
}

test('an app gives the objects that it writes', () => {
  expect(synthesize(appWith('cart', 'redis')).map(({ metadata }) => metadata.name)).toEqual(['cart', 'redis']);
});

test.each([
  ['cdk8s', App],
  ['this library', library.App],
])('the objects of an App of %s are those of its text and of its files', (_, AppOf) => {
  const app = new AppOf({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_APP });
  onlineBoutique(app, environments.flagger.platform);
  const ambiguous = { '1': 'yes', '0x1f': '- a: b', time: '12:30:45', lines: ' one\n\ntwo \n', empty: '', not: 'null' };
  for (const [at, data] of [ambiguous, ambiguous].entries())
    new ApiObject(app.charts[0]!, `text-${at}`, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `text-${at}` },
      data,
    });
  const manifests = synthesize(app);
  expect(manifests.length).toBeGreaterThan(100);
  expect(parseManifests(app.synthYaml())).toStrictEqual(manifests);
  app.synth();
  expect(readManifests(folder)).toStrictEqual(manifests);
});

test.each([undefined, NaN, new Date(0), () => 'lazy'])('an object with %s is refused', (value) => {
  const app = appWith('cart');
  (app.charts[0]!.node.children[0] as ApiObject).toJson = () => ({ kind: 'ServiceAccount', value });
  expect(() => synthesize(app)).toThrow('a manifest cannot contain');
});

test('a chart gives the objects that it renders', () => {
  expect(manifestsOf(appWith('cart').charts[0]!)).toEqual([
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'cart' } },
  ]);
});

test('both refuse what a cluster would', () => {
  const app = appWith('Cart');
  expect(() => synthesize(app)).toThrow('ServiceAccount Cart /metadata/name');
  expect(() => manifestsOf(app.charts[0]!)).toThrow('ServiceAccount Cart /metadata/name');
});

test('every YAML file of a folder is read and judged', () => {
  fs.mkdirSync(path.join(folder, 'below'));
  fs.writeFileSync(
    path.join(folder, 'a.yaml'),
    VALID_MANIFESTS.slice(0, 2)
      .map((manifest) => `---\n${stringify(manifest)}`)
      .join(''),
  );
  fs.writeFileSync(path.join(folder, 'below/b.k8s.yml'), stringify(VALID_MANIFESTS[2]));
  fs.writeFileSync(path.join(folder, 'notes.txt'), 'not YAML: [');
  expect(readManifests(folder)).toEqual(VALID_MANIFESTS.slice(0, 3));

  fs.writeFileSync(path.join(folder, 'c.yaml'), stringify(spoiled('Service', { '/spec/typ': 'ClusterIP' })));
  expect(() => readManifests(folder)).toThrow('Service shop/cart /spec/typ: unknown field');
});

test.each(['a: 1\na: 2\n', 'a: [\n'])('what is no YAML is refused: %j', (text) => {
  fs.writeFileSync(path.join(folder, 'a.yaml'), text);
  expect(() => readManifests(folder)).toThrow();
});

test('objects are found by kind and name, with their types', () => {
  expect(find(VALID_MANIFESTS, 'Deployment', 'cart').spec.template.spec.containers[0]?.ports[0]?.containerPort).toBe(
    7070,
  );
  expect(find(VALID_MANIFESTS, 'Service', 'shop/cart').spec.ports).toHaveLength(2);
  expect(only(VALID_MANIFESTS, 'Namespace').metadata.name).toBe('shop');
  expect(all(VALID_MANIFESTS, 'Pod')).toHaveLength(1);
});

test('an object that is not there, or twice, is told with what there is', () => {
  const services = [spoiled('Service', {}), spoiled('Service', { '/metadata/namespace': 'other' })];
  expect(() => find(services, 'Service', 'redis')).toThrow(
    'there are 0 of Service redis among:\n  Service shop/cart\n  Service other/cart',
  );
  expect(() => find(services, 'Service', 'cart')).toThrow('there are 2 of Service cart');
  expect(() => only(services, 'Service')).toThrow('there are 2 of Service');
  expect(find(services, 'Service', 'other/cart').metadata.namespace).toBe('other');
});

test('objects are valid or the test fails', () => {
  expect(() => {
    expectValid(VALID_MANIFESTS);
  }).not.toThrow();
  expect(() => {
    expectValid([Testing.app()]);
  }).toThrow('no schema');
});

test('Testing.synth needs no App of its own kind', () => {
  expect(manifestsOf(Testing.chart())).toEqual([]);
});
