import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, ApplicationStack } from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { isError } from '../../lib/errors';
import type { Start } from './example';

interface Example {
  readonly failing: (start: Start) => void;
  readonly passing: (start: Start) => void;
}

const FOLDER = join(__dirname, 'examples');
const codes = readdirSync(FOLDER).map((file) => file.replace('.ts', '').toUpperCase());

function findingsOf(program: (start: Start) => void) {
  const app = new App();
  program({ app, shop: new ApplicationStack(app, 'shop') });
  return app.validate();
}

test.each(codes)('the example of %s fails with that code alone, and its counterpart passes', (code) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- one module a code
  const { failing, passing } = require(join(FOLDER, code.toLowerCase())) as Example;
  const right = findingsOf(passing);
  const known = new Set(right.map((finding) => finding.code));
  expect(right.filter(isError)).toEqual([]);
  expect(known.has(code)).toBe(false);
  expect([...new Set(findingsOf(failing).map((finding) => finding.code))].filter((each) => !known.has(each))).toEqual([
    code,
  ]);
});

/**
 * Codes of an App's own options, of the disk, of a second copy of the library, of a fault of the library itself, of a
 * missing package and of a dashboard that is too large: no short program makes them.
 */
const WITHOUT_EXAMPLE = ['MS0009', 'MS0010', 'MS0011', 'MS0012', 'MS0019', 'MS5201', 'MS5204'];

test('every other code has an example', () => {
  expect([...CATALOGUE.keys()].filter((code) => !codes.includes(code))).toEqual(WITHOUT_EXAMPLE);
});

test('examples are of known codes', () => {
  expect(codes.filter((code) => !CATALOGUE.has(code))).toEqual([]);
});
