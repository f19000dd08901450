import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAll, Make } from './build';
import { isBuilt, locate } from './locate';
import { outputsOf } from './outputs';
import { COMPLETE, recipeNamed, scratchFolder } from './testing';
import type { Tools } from './tools';

const scratch = scratchFolder();
let count = 0;

const pretend: Make = (recipe, into, say) => {
  say(recipe.name);
  for (const output of Object.values(outputsOf(recipe))) {
    mkdirSync(dirname(join(into, output)), { recursive: true });
    writeFileSync(join(into, output), '');
  }
};

function setUp(tools: Partial<Tools> = {}) {
  const place = { cache: join(scratch, String(count++)), tools: { ...COMPLETE, ...tools } };
  const lines: string[] = [];
  const build = (names: readonly string[], make = pretend) =>
    buildAll(names.map(recipeNamed), place, (line) => lines.push(line.replaceAll(/\d+\.\d s/g, 'N s')), make);
  return { place, lines, build };
}

test('builds what is not built yet, and says what it is at', () => {
  const { place, lines, build } = setUp();
  expect(build(['etcd', 'kubernetes'])).toEqual({ built: ['etcd', 'kubernetes'], failed: [], skipped: [] });
  expect(lines).toEqual([
    'etcd: building etcd',
    'etcd: done after N s, 1 left',
    'kubernetes: building kubernetes',
    'kubernetes: done after N s, 0 left',
  ]);
  expect(
    build(['etcd', 'kubernetes'], () => {
      throw new Error('builds again');
    }),
  ).toEqual({ built: [], failed: [], skipped: [] });
  expect(locate('kube-scheduler', place)).toMatch(/\/kubernetes-[0-9a-f]{12}\/bin\/kube-scheduler$/);
  expect(readdirSync(place.cache)).toHaveLength(2);
});

test('one that fails keeps none of the others back', () => {
  const { place, lines, build } = setUp();
  const make: Make = (recipe, into, say) => {
    if (recipe.name === 'etcd') throw new Error('go build: ended with 1\n  undefined: x');
    pretend(recipe, into, say);
  };
  expect(build(['etcd', 'kwok'], make)).toEqual({ built: ['kwok'], failed: ['etcd'], skipped: [] });
  expect(lines[0]).toBe('etcd: FAILED after N s, 1 left\n  go build: ended with 1\n  undefined: x');
  expect([isBuilt(recipeNamed('etcd'), place), isBuilt(recipeNamed('kwok'), place)]).toEqual([false, true]);
});

test('says once for each reason what is skipped', () => {
  const { lines, build } = setUp({ python: undefined, go: '1.20' });
  expect(build(['envoy', 'kubernetes', 'checkov', 'kubectl', 'kwok'])).toEqual({
    built: ['kubectl'],
    failed: [],
    skipped: ['envoy', 'kubernetes', 'checkov', 'kwok'],
  });
  expect(lines.slice(0, 2)).toEqual([
    'envoy, checkov: skipped. Python 3.10 or newer with venv is needed; it was not found as python3',
    'kube-apiserver, kube-controller-manager, kube-scheduler, kwok: skipped. Go 1.26.0 or newer is needed; go is 1.20',
  ]);
});

test('another version of Go builds again, beside what was built', () => {
  const { place, build } = setUp();
  build(['etcd']);
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
