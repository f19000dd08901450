import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA, PROGRAMS, Recipe, RECIPES } from './catalogue';
import { FOLDER } from './folder';
import { nameOf } from './go';
import { outputsOf, recipeFor } from './outputs';
import { pinOf, readPins } from './pins';
import { SUITES } from '../suites';

const of = <From extends Recipe['from']>(from: From) =>
  RECIPES.filter((recipe): recipe is Extract<Recipe, { from: From }> => recipe.from === from);

/** The tools that a go.mod declares. */
function toolsOf(module: string): string[] {
  const text = readFileSync(join(FOLDER, 'go', module, 'go.mod'), 'utf8');
  return [...text.matchAll(/^tool \(\n([^)]*)\)|^tool (\S+)$/gm)].flatMap(([, block, one]) =>
    (one ?? block!).trim().split(/\s+/),
  );
}

/** The folders of a module that hold a program, as Go names them. */
function mainsOf(module: string): string[] {
  const folder = join(FOLDER, 'go', module);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('main.go'))
    .map((path) => `./${path}`.replace(/\/main\.go$/, ''));
}

test('each program and each data comes out of one recipe', () => {
  expect(RECIPES.flatMap((recipe) => Object.keys(outputsOf(recipe))).sort()).toEqual([...PROGRAMS, ...DATA].sort());
});

test('recipes have names of their own', () => {
  expect(new Set(RECIPES.map(({ name }) => name)).size).toBe(RECIPES.length);
});

test('a program is found by its name, and its recipe too', () => {
  expect(recipeFor('kube-apiserver')!.name).toBe('kubernetes');
  expect(recipeFor('kubernetes')!.name).toBe('kubernetes');
  expect(recipeFor('pilot-agent')!.name).toBe('istio');
  expect(recipeFor('crds')!.from).toBe('data');
  expect(recipeFor('none')).toBeUndefined();
});

test('each of them is used by a suite', () => {
  const used = new Set(SUITES.flatMap(({ judges }) => judges));
  expect([...PROGRAMS, ...DATA].filter((name) => !used.has(name))).toEqual([]);
});

test('each Go module is used, and each recipe has one', () => {
  const used = new Set([
    ...of('go').map(({ name }) => name),
    ...of('data').flatMap(({ sources }) => sources.map(({ pins }) => pins)),
  ]);
  expect([...used].sort()).toEqual(readdirSync(join(FOLDER, 'go')).sort());
});

test.each(of('go').map((recipe) => [recipe.name, recipe] as const))(
  'the tools and mains of %s are its programs',
  (module, recipe) => {
    const { packages, stamp } = recipe;
    const declared = [...toolsOf(module), ...mainsOf(module)].map((path) => (path === './main.go' ? '.' : path));
    expect(declared.sort()).toEqual(Object.values(packages).sort());
    // Go writes all of them into one folder.
    expect(new Set(Object.values(packages).map((path) => nameOf(path, recipe))).size).toBe(declared.length);
    if (stamp !== undefined) expect(pinOf(readPins(join(FOLDER, 'go', module)), stamp.module).version).toMatch(/^v\d/);
  },
);

test('each module that data comes from is used and has a checksum', () => {
  const sources = of('data').flatMap((recipe) => recipe.sources);
  for (const { pins, module } of sources) expect(pinOf(readPins(join(FOLDER, 'go', pins)), module).sum).toMatch(/^h1:/);
  expect(
    sources
      .filter(({ pins }) => pins === 'crds')
      .map(({ module }) => module)
      .sort(),
  ).toEqual([...readPins(join(FOLDER, 'go', 'crds')).versions.keys()].sort());
});

test('each list of Python packages is used, and each recipe has one', () => {
  expect(
    of('python')
      .map(({ name }) => `${name}.txt`)
      .sort(),
  ).toEqual(readdirSync(join(FOLDER, 'python')).sort());
});

test('each archive is in a package that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, 'npm', 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const { archive } of of('npm'))
    expect(Object.keys(dependencies)).toContain(archive.split('/').slice(0, 2).join('/'));
});
