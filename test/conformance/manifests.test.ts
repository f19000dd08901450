import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ConformanceError } from './errors';
import { parseManifests, readManifests, readSystems } from './manifests';

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'manifests-'));
});

afterEach(() => fs.rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

describe('a folder of manifests', () => {
  test('is a system for each folder that holds some, with files and lines', () => {
    write('shop/production/b.yaml', `# carts\n${service('cart')}---\n${service('checkout')}`);
    write('shop/production/a.yml', service('ads'));
    write('quickstart/shop.yaml', service('cart'));
    write('shop/notes.txt', 'nothing to apply');
    const systems = readSystems(root);
    expect(systems.map(({ name }) => name)).toEqual(['quickstart', 'shop/production']);
    expect(systems[1]!.objects.map(({ manifest, file, line }) => [manifest.metadata.name, file, line])).toEqual([
      ['ads', 'a.yml', 1],
      ['cart', 'b.yaml', 2],
      ['checkout', 'b.yaml', 7],
    ]);
  });

  test('is named after itself where it holds manifests', () => {
    write('shop.yaml', service('cart'));
    expect(readSystems(root).map(({ name }) => name)).toEqual([path.basename(root)]);
  });

  test('tells the constructs of objects where it says so', () => {
    write('shop.yaml', `${service('cart')}---\n${service('checkout')}`);
    write(
      'construct-metadata.json',
      JSON.stringify({ version: '1.0.0', resources: { cart: { path: 'shop/cart/workload' } } }),
    );
    expect(readSystems(root)[0]!.objects.map(({ construct }) => construct)).toEqual(['shop/cart', undefined]);
  });

  test.each([
    ['is not there', () => fs.rmSync(root, { recursive: true }), /^there is no folder .*manifests-/],
    ['is empty', () => undefined, /holds no manifests$/],
    ['holds no objects', () => write('shop.yaml', '# soon\n'), /holds manifests without objects$/],
    ['does not parse', () => write('shop/shop.yaml', 'kind: [Service\n'), /shop\/shop\.yaml: .*at line \d+/s],
    [
      'holds something else',
      () => write('values.yaml', `${service('cart')}---\nreplicas: 3\n`),
      /\/values\.yaml:6: this is no Kubernetes object: apiVersion, kind and metadata\.name are needed$/,
    ],
    ['holds a list', () => write('values.yaml', '- 3\n'), /\/values\.yaml:1: this is no Kubernetes object/],
  ])('that %s is refused', (_, prepare, message) => {
    prepare();
    expect(() => readSystems(root)).toThrow(ConformanceError);
    expect(() => readSystems(root)).toThrow(message);
    fs.mkdirSync(root, { recursive: true });
  });

  test('is read to its depths', () => {
    write('a/b/c.yaml', service('cart'));
    expect(readManifests(root).map(({ file }) => file)).toEqual(['a/b/c.yaml']);
  });
});

test('an empty document is no object', () => {
  expect(parseManifests(`---\n---\n${service('cart')}`, 'shop.yaml')).toHaveLength(1);
});
