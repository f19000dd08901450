import { spawnSync } from 'node:child_process';
import * as path from 'node:path';

test('test files of one worker share compiled code, and nothing else', () => {
  const files = ['first.ts', 'second.ts'].map((file) => path.join(__dirname, file));
  const { status, stderr } = spawnSync(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--runInBand', ...files.flatMap((file) => ['--testMatch', file])],
    { encoding: 'utf8' },
  );
  expect(stderr).toContain('Tests:       2 passed, 2 total');
  expect(status).toBe(0);
});
