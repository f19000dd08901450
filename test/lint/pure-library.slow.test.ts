import { rulesBrokenBy } from './rules-broken-by';

test.each([
  ['no-restricted-globals', `export const a = process.env.HOME;`],
  ['no-restricted-globals', `export const a = new Date(0);`],
  ['no-restricted-globals', `export const a = performance.now();`],
  ['no-restricted-globals', `console.log('a');`],
  ['no-restricted-globals', `export const a = globalThis;`],
  ['no-restricted-properties', `export const a = Math.random();`],
  ['no-restricted-syntax', `export const a = import('../errors');`],
  ['no-restricted-syntax', `export type A = import('../errors').A;`],
  ['no-restricted-syntax', `import a = require('../errors'); export { a };`],
])('%s refuses in the values: %s', async (rule, code) => {
  expect(await rulesBrokenBy('lib/values/a.ts', code)).toContain(rule);
});

test.each(['lib/app/a.ts', 'lib/app/app.ts', 'lib/handoff/helm/a.ts', 'apps/a.ts'])(
  '%s may touch the world',
  async (path) => {
    expect(await rulesBrokenBy(path, `export const a = [process.env.HOME, new Date(0), Math.random()];`)).not.toContain(
      'no-restricted-globals',
    );
  },
);

test('a file is at most 350 lines long', async () => {
  expect(await rulesBrokenBy('lib/values/a.ts', '//\n'.repeat(350))).toEqual([]);
  expect(await rulesBrokenBy('lib/values/a.ts', '//\n'.repeat(351))).toEqual(['max-lines']);
});

test('what a file exports is described', async () => {
  expect(await rulesBrokenBy('lib/values/a.ts', 'export interface A { readonly b: string }')).toEqual([
    'jsdoc/require-jsdoc',
  ]);
});
