import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ConformanceError } from './errors';
import { FAILED, runInProcess } from './suite-process';

let folder: string;
let printed: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-process-'));
  printed = '';
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

function run(script: string): Promise<boolean> {
  const program = path.join(folder, 'suite.cjs');
  fs.writeFileSync(program, script);
  return runInProcess(
    {
      suite: 'trial',
      isIsolated: false,
      systems: [{ name: 'shop', folder: '/shop', objects: [] }],
      applications: true,
      seed: 7,
      runs: 3,
      scratch: folder,
      results: folder,
    },
    (text) => (printed += text),
    program,
  );
}

test('a suite is told what to judge, and its verdict is its status', async () => {
  const script = (status: number) => `
    require('node:readline').createInterface(process.stdin).on('line', (text) => {
      const { suite, seed, systems } = JSON.parse(text);
      console.log(suite + ' with seed ' + seed + ' judges ' + systems[0].name);
      console.error('a warning');
      process.exit(${status});
    });`;
  expect(await run(script(0))).toBe(true);
  expect(printed.split('\n').sort()).toEqual(['', 'a warning', 'trial with seed 7 judges shop']);
  expect(await run(script(FAILED))).toBe(false);
});

test.each([
  ['throws', 'throw new Error("out of order")', /^its process ended with status 1 before its end/],
  ['is killed', 'process.kill(process.pid, "SIGKILL")', /^its process ended with SIGKILL before its end/],
])('one that %s has no verdict', async (_, script, message) => {
  const ended = run(script);
  await expect(ended).rejects.toThrow(ConformanceError);
  await expect(ended).rejects.toThrow(message);
});

test('what it has printed before is kept', async () => {
  await run('console.log("first"); throw new Error("out of order")').catch(() => undefined);
  expect(printed).toMatch(/^first\n[^]*out of order/);
});
