import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll, Builder } from './build';
import type { Recipe } from './catalogue';
import { isBuilt, locate } from './locate';
import { outputsOf } from './outputs';
import { COMPLETE, recipeNamed, scratchFolder } from './testing';
import type { Tools } from './tools';

const scratch = scratchFolder();
let count = 0;

const PRETEND: Builder = {
  async make(recipe, into, say) {
    say(recipe.name);
    await Promise.resolve();
    for (const output of Object.values(outputsOf(recipe))) {
      mkdirSync(dirname(join(into, output)), { recursive: true });
      writeFileSync(join(into, output), '');
    }
  },
  download: () => Promise.resolve(),
};

function setUp(tools: Partial<Tools> = {}) {
  const place = { cache: join(scratch, String(count++)), tools: { ...COMPLETE, ...tools } };
  const lines: string[] = [];
  const print = (line: string) => lines.push(line.replaceAll(/\d+\.\d s/g, 'N s'));
  const build = (names: readonly string[], builder: Partial<Builder> = {}) =>
    buildAll(names.map(recipeNamed), place, print, { ...PRETEND, ...builder });
  return { place, lines, build };
}

test('builds what is not built yet, and says what it is at', async () => {
  const { place, lines, build } = setUp();
  expect(await build(['etcd', 'kubernetes'])).toEqual({ built: ['etcd', 'kubernetes'], failed: [], skipped: [] });
  expect(lines).toEqual([
    'etcd: building etcd',
    'etcd: done after N s, 1 left',
    'kubernetes: building kubernetes',
    'kubernetes: done after N s, 0 left',
  ]);
  const again = () => Promise.reject(new Error('builds again'));
  expect(await build(['etcd', 'kubernetes'], { make: again, download: again })).toEqual({
    built: [],
    failed: [],
    skipped: [],
  });
  expect(locate('kube-scheduler', place)).toMatch(/\/kubernetes-[0-9a-f]{12}\/bin\/kube-scheduler$/);
  expect(readdirSync(place.cache)).toHaveLength(2);
});

test('one that fails keeps none of the others back', async () => {
  const { place, lines, build } = setUp();
  const make: Builder['make'] = (recipe, into, say) =>
    recipe.name === 'etcd'
      ? Promise.reject(new Error('go build: ended with 1\n  undefined: x'))
      : PRETEND.make(recipe, into, say);
  expect(await build(['etcd', 'kwok'], { make })).toEqual({ built: ['kwok'], failed: ['etcd'], skipped: [] });
  expect(lines[0]).toBe('etcd: FAILED after N s, 1 left\n  go build: ended with 1\n  undefined: x');
  expect([isBuilt(recipeNamed('etcd'), place), isBuilt(recipeNamed('kwok'), place)]).toEqual([false, true]);
});

/** A builder that notes what begins and ends, each step of which takes some turns. */
function noting(): { readonly builder: Builder; readonly notes: string[] } {
  const notes: string[] = [];
  const step = async (what: string, turns: number) => {
    notes.push(`begin ${what}`);
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    notes.push(`end ${what}`);
  };
  const builder: Builder = {
    async make(recipe, into, say) {
      await step(`make ${recipe.name}`, recipe.from === 'go' ? 20 : 5);
      await PRETEND.make(recipe, into, say);
    },
    download: ({ name }) => step(`download ${name}`, 3),
  };
  return { builder, notes };
}

test('Go builds one recipe after the other, and the network is used meanwhile', async () => {
  const { builder, notes } = noting();
  const { build } = setUp();
  const recipes = ['envoy', 'etcd', 'kubectl', 'kwok'];
  expect((await build(recipes, builder)).built).toEqual(recipes);
  const at = (note: string) => notes.indexOf(note);
  expect(at('end make etcd')).toBeLessThan(at('begin make kwok'));
  for (const meanwhile of ['end make envoy', 'end make kubectl', 'end download kwok'])
    expect(at(meanwhile)).toBeLessThan(at('end make etcd'));
  expect(at('end make envoy')).toBeLessThan(at('begin make kubectl'));
  expect(at('end download etcd')).toBeLessThan(at('begin download kwok'));
});

test('modules that cannot be downloaded beforehand are left to the build', async () => {
  const { build } = setUp();
  const download = (recipe: Recipe) => Promise.reject(new Error(`${recipe.name} is not there`));
  expect(await build(['etcd', 'kwok'], { download })).toEqual({ built: ['etcd', 'kwok'], failed: [], skipped: [] });
});

test('says once for each reason what is skipped', async () => {
  const { lines, build } = setUp({ python: undefined, go: '1.20' });
  expect(await build(['envoy', 'kubernetes', 'checkov', 'kubectl', 'kwok'])).toEqual({
    built: ['kubectl'],
    failed: [],
    skipped: ['envoy', 'kubernetes', 'checkov', 'kwok'],
  });
  expect(lines.slice(0, 2)).toEqual([
    'envoy, checkov: skipped. Python 3.11.5 or newer with venv is needed; it was not found as python3',
    'kube-apiserver, kube-controller-manager, kube-scheduler, kwok: skipped. Go 1.26.0 or newer is needed; go is 1.20',
  ]);
});

test('another version of Go builds again, beside what was built', async () => {
  const { place, build } = setUp();
  await build(['etcd']);
  expect(isBuilt(recipeNamed('etcd'), { ...place, tools: { ...COMPLETE, go: '1.27.0' } })).toBe(false);
  expect(isBuilt(recipeNamed('etcd'), place)).toBe(true);
});

test('what is not built, cannot be, or is not known is an error that says what to do', () => {
  const { place } = setUp();
  expect(() => locate('etcd', place)).toThrow(
    expect.objectContaining({ name: 'ConformanceError', message: 'etcd is not built', hint: 'run `npm run judges`' }),
  );
  expect(() => locate('etcd', { ...place, tools: { ...COMPLETE, go: undefined } })).toThrow(
    'etcd cannot be built here: Go 1.26.0 or newer is needed; it was not found as go',
  );
  expect(() => locate('etdc', place)).toThrow('there is no judge etdc');
  // The name of a recipe alone is no program.
  expect(() => locate('kubernetes', place)).toThrow('there is no judge kubernetes');
});
