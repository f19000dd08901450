import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
const section = page.slice(page.indexOf('## Threats and defences'), page.indexOf('## What is not defended'));
/** Rows of the tables, without their heads. */
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:threat +\||-)/.test(line))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );

test('each threat has a defence and a test that exists', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const [threat, defence, tests] of rows) {
    expect({ threat, defence }).toEqual({ threat: expect.stringMatching(/./), defence: expect.stringMatching(/./) });
    const named = [...tests!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    expect(named).not.toEqual([]);
    expect(named.filter((name) => !isTest(name))).toEqual([]);
  }
});

/** A file, a script of npm, or a suite of the conformance run. */
function isTest(name: string): boolean {
  if (name.startsWith('npm run ')) return name.slice('npm run '.length) in scripts;
  return existsSync(join(ROOT, name)) || existsSync(join(ROOT, 'test/conformance/suites', name));
}

test('findings that defend have pages', () => {
  const codes = [...page.matchAll(/MS\d{4}/g)].map(([code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) expect(existsSync(join(ROOT, `docs/findings/${code}.md`))).toBe(true);
});
