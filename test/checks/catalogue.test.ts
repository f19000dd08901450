import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CATALOGUE } from '../../lib/checks';

const ROOT = path.resolve(__dirname, '../..');
const codes = [...CATALOGUE];

/** Text of all TypeScript files of a folder. */
function sources(folder: string): string {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fs.readFileSync(path.join(ROOT, folder, file), 'utf8'))
    .join('\n');
}

test('codes are sorted, and each area keeps to its numbers', () => {
  const names = codes.map(([code]) => code);
  expect(names).toEqual([...names].sort());
  expect(names.filter((code) => !/^MS[0-7]\d{3}$/.test(code))).toEqual([]);
});

test('titles are told apart and explanations are sentences', () => {
  expect(new Set(codes.map(([, { title }]) => title)).size).toBe(codes.length);
  expect(
    codes.filter(
      ([, { title, explanation }]) => !/^[a-zA-Z].*[^.]$/.test(title) || !/^[A-Z][^\n]{30,}\.$/.test(explanation),
    ),
  ).toEqual([]);
});

test('every code has a test', () => {
  const text = sources('test');
  expect(codes.map(([code]) => code).filter((code) => !new RegExp(`['"]${code}\\b`).test(text))).toEqual([]);
});

test('every code has its page, and no page is of another', () => {
  const pages = fs.readdirSync(path.join(ROOT, 'docs/findings')).sort();
  expect(pages).toEqual([...codes.map(([code]) => `${code}.md`), 'README.md'].sort());
});

test('every fix says what to write', () => {
  const fixes = [...sources('lib').matchAll(/\bfix\b[^'"`\n]*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , text]) => text!);
  expect(fixes.length).toBeGreaterThan(codes.length);
  expect(fixes.filter((text) => /^(?:correct|mend|fix|change) (?:it|them|this)\b/.test(text))).toEqual([]);
});

test('docs/findings is up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/findings-doc.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
