import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GoRecipe, Recipe, RECIPES } from './catalogue';
import { FOLDER } from './folder';
import { keyOf } from './key';
import { COMPLETE, recipeNamed, scratchFolder } from './testing';
import type { Tools } from './tools';

const folder = scratchFolder();
for (const ecosystem of ['go', 'python', 'npm'])
  cpSync(join(FOLDER, ecosystem), join(folder, ecosystem), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });

const FILES = ['go', 'python', 'npm'].flatMap((ecosystem) =>
  readdirSync(join(folder, ecosystem), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
);

function keys(tools: Tools = COMPLETE): Map<string, string> {
  return new Map(RECIPES.map((recipe) => [recipe.name, keyOf(recipe, tools, folder)]));
}

/** The recipes whose keys are others while a file holds another text. */
function changedBy(file: string, edit: (text: string) => string): string[] {
  const path = join(folder, file);
  const [text, before] = [readFileSync(path, 'utf8'), keys()];
  expect(edit(text)).not.toBe(text);
  writeFileSync(path, edit(text));
  try {
    return difference(before, keys());
  } finally {
    writeFileSync(path, text);
  }
}

function changedWith(tools: Partial<Tools>): string[] {
  return difference(keys(), keys({ ...COMPLETE, ...tools }));
}

function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after.keys()].filter((name) => after.get(name) !== before.get(name));
}

const from = (...kinds: readonly Recipe['from'][]) =>
  RECIPES.filter((recipe) => kinds.includes(recipe.from)).map(({ name }) => name);

test('a key is short and the same each time', () => {
  expect(keys()).toEqual(keys());
  for (const key of keys().values()) expect(key).toMatch(/^[0-9a-f]{12}$/);
  expect(new Set(keys().values()).size).toBe(RECIPES.length);
});

test.each(FILES)('%s belongs to one recipe', (file) => {
  const [ecosystem, name] = file.split('/') as [string, string];
  const own = ecosystem === 'npm' ? 'kubectl' : name.replace(/\.txt$/, '');
  // The module of CRDs is not built: only the versions and checksums in it count.
  expect(changedBy(file, (text) => `${text}\n// a comment\n`)).toEqual(own === 'crds' ? [] : [own]);
});

test('a file that comes in addition changes the key', () => {
  const [added, before] = [join(folder, 'go/kubernetes/apiserver/extra.go'), keys()];
  writeFileSync(added, 'package main\n');
  expect(keyOf(recipeNamed('kubernetes'), COMPLETE, folder)).not.toBe(before.get('kubernetes'));
  expect(keyOf(recipeNamed('etcd'), COMPLETE, folder)).toBe(before.get('etcd'));
});

test('data changes with the versions and checksums of its modules', () => {
  expect(changedBy('go/crds/go.sum', (text) => text.replace('h1:', 'h1:x'))).toEqual(['crds']);
  expect(
    changedBy('go/kwok/go.sum', (text) => text.replace('sigs.k8s.io/kwok v0.8.0 h1:', 'sigs.k8s.io/kwok v0.8.0 h1:x')),
  ).toEqual(['kwok-stages', 'kwok']);
  const istio = (text: string) => text.replaceAll(/(istio\.io\/istio v0\.0\.0-)\d+/g, '$120270101000000');
  expect(() => changedBy('go/istio/go.mod', istio)).toThrow('do not both state istio.io/istio');
});

test('tools change what is built with them', () => {
  expect(changedWith({ go: '1.26.9' })).toEqual(from('go'));
  expect(changedWith({ python: { version: '3.12.1', hasVenv: true } })).toEqual(from('python'));
  expect(changedWith({ arch: 'arm64' })).toEqual(from('go', 'python', 'npm'));
  expect(changedWith({ platform: 'darwin' })).toEqual(from('go', 'python', 'npm'));
});

test('packages, tags and what is linked in change the key', () => {
  const kubernetes = recipeNamed('kubernetes') as GoRecipe;
  const variants: Recipe[] = [
    kubernetes,
    { ...kubernetes, stamp: undefined },
    { ...kubernetes, packages: { 'kube-apiserver': './apiserver' } },
    { ...kubernetes, tags: ['without_clouds'] },
  ];
  expect(new Set(variants.map((recipe) => keyOf(recipe, COMPLETE, folder))).size).toBe(variants.length);
});
