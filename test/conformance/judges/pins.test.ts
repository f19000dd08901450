import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER } from './folder';
import { parsePins, pinOf, readPins } from './pins';

const EXACT = /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+incompatible)?$/;
const modules = readdirSync(join(FOLDER, 'go'));

test('reads versions, replacements and checksums', () => {
  const pins = parsePins(
    'module a\n\ngo 1.26.0\n\nrequire b.io/b v1.2.3 // indirect\n\nrequire (\n\tc.io/c v0.0.0\n)\n\n// ' +
      'why\nreplace c.io/c => c.io/c v0.4.0\n\ntool b.io/b/cmd\n',
    'b.io/b v1.2.3 h1:bbb=\nb.io/b v1.2.3/go.mod h1:ccc=\n',
  );
  expect(pins.go).toBe('1.26.0');
  expect([...pins.versions]).toEqual([
    ['b.io/b', 'v1.2.3'],
    ['c.io/c', 'v0.0.0'],
  ]);
  expect([...pins.replacements]).toEqual([['c.io/c', 'c.io/c v0.4.0']]);
  expect(pinOf(pins, 'b.io/b')).toEqual({ module: 'b.io/b', version: 'v1.2.3', sum: 'h1:bbb=' });
  expect(() => pinOf(pins, 'c.io/c')).toThrow('go.mod and go.sum do not both state c.io/c');
});

test.each(modules)('%s asks for exact versions, each with a checksum', (module) => {
  const { go, versions, replacements, sums } = readPins(join(FOLDER, 'go', module));
  expect(go).toMatch(/^1\.\d+\.\d+$/);
  expect(versions.size).toBeGreaterThan(0);
  for (const [name, version] of versions) {
    const used = replacements.get(name) ?? `${name} ${version}`;
    expect(used.split(' ')[1]).toMatch(EXACT);
    expect(used).not.toMatch(/ v0\.0\.0$/);
    if (module === 'crds') expect(sums.has(used)).toBe(true);
    else expect(readFileSync(join(FOLDER, 'go', module, 'go.sum'), 'utf8')).toContain(`${used}/go.mod h1:`);
  }
});

test('one version of Go builds all of them', () => {
  expect(new Set(modules.map((module) => readPins(join(FOLDER, 'go', module)).go)).size).toBe(1);
});

/** Go compiles what modules share once, where all that it is built on has the same version in each. */
const ALIKE: readonly (readonly string[])[] = [
  ['istio', 'kwok', 'flagger', 'prometheus-operator', 'cyclonus'],
  ['argo-rollouts', 'keda-http-add-on'],
];
/** Of Prometheus, its operator does not build with a newer version, and Istio asks for it. */
const APART = ['github.com/prometheus/prometheus'];

test.each(ALIKE.map((modules) => [modules]))('%s state the same versions', (alike) => {
  const stated = new Map<string, Set<string>>();
  for (const module of alike) {
    const { versions, replacements } = readPins(join(FOLDER, 'go', module));
    for (const [name, version] of versions) {
      if (APART.includes(name)) continue;
      stated.set(name, (stated.get(name) ?? new Set()).add(replacements.get(name) ?? `${name} ${version}`));
    }
  }
  expect([...stated.values()].filter(({ size }) => size > 1).map((different) => [...different])).toEqual([]);
});

test('each replacement is explained', () => {
  for (const module of modules) {
    const text = readFileSync(join(FOLDER, 'go', module, 'go.mod'), 'utf8');
    for (const [, before] of text.matchAll(/(.*)\nreplace /g)) expect(before).toMatch(/^\/\/ /);
  }
});

test.each(readdirSync(join(FOLDER, 'python')))('%s asks for exact versions, each with its checksums', (file) => {
  const requirements = readFileSync(join(FOLDER, 'python', file), 'utf8')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/ \\\n +/g, ' ')
    .split('\n')
    .filter((line) => line !== '');
  expect(requirements.length).toBeGreaterThan(0);
  for (const line of requirements) expect(line).toMatch(/^[A-Za-z0-9._-]+==\d[\w.]*( --hash=sha256:[\da-f]{64})+$/);
});

test('the npm packages are exact and locked, and no registry is named', () => {
  const read = (file: string) => readFileSync(join(FOLDER, 'npm', file), 'utf8');
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version: string; integrity: string }>;
  };
  for (const [name, version] of Object.entries(dependencies))
    expect(packages[`node_modules/${name}`]).toMatchObject({ version, integrity: expect.stringMatching(/^sha512-/) });
  expect(read('package-lock.json')).not.toMatch(/https?:|"resolved"/);
});
