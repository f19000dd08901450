import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { transformSync } from '@swc/core';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as library from '../../lib';
import { isError } from '../../lib/errors';

const ROOT = join(__dirname, '../..');
const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/^(?:findings|design)\//.test(file))
    .map((file) => `docs/${file}`),
];
const blocks = pages.flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(
    ([, code], at) => [`${page} ${at + 1}`, code!] as const,
  ),
);
const whole = blocks.filter(([, code]) => code.startsWith('import '));
const MODULES: Readonly<Record<string, object>> = { cdk8s, 'cdk8s-plus-27': kplus, 'cdk8s-microservice': library };

test('pages have whole programs', () => {
  expect(whole.length).toBeGreaterThan(8);
});

test.each(whole)('the program of %s has no error', (_, code) => {
  const made: library.App[] = [];
  class App extends library.App {
    public constructor() {
      super();
      made.push(this);
    }

    public override synth(): void {}
  }
  const { code: script } = transformSync(code, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  const modules = { ...MODULES, 'cdk8s-microservice': { ...library, App } };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the programs of our own pages
  new Function('require', 'exports', script)((name: keyof typeof modules) => modules[name], {});
  expect(made).toHaveLength(1);
  expect(made[0]!.validate().filter(isError)).toEqual([]);
});

/** Capitalized names that are called or constructed, with the member after them. */
const NAMES = /\b(?:new ([A-Z]\w+)\(|([A-Z]\w+)\.(\w+)\b)/g;
const GLOBALS = ['Math', 'JSON', 'Object'];

test.each(blocks)('names in %s are those of the packages', (_, code) => {
  const known = { ...cdk8s, ...kplus, ...library } as unknown as Record<string, Record<string, unknown>>;
  const text = code.replaceAll(/\/\/.*$|'[^']*'/gm, '');
  const unknown = [...text.matchAll(NAMES)].filter(([, constructed, name, member]) => {
    if (constructed !== undefined) return !(constructed in known);
    return !GLOBALS.includes(name!) && !(name! in known && member! in known[name!]!);
  });
  expect(unknown.map(([found]) => found)).toEqual([]);
});

test('docs/defaults.md is what the smallest program emits', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/defaults-doc.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
