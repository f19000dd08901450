import { measureProcess } from './processes';

const node = (script: string) => measureProcess({ program: process.execPath, args: ['-e', script] });

test('the output of a process comes with its cost', async () => {
  const { seconds, stdout } = await node("process.stdout.write('done')");
  expect(stdout).toBe('done');
  expect(seconds).toBeGreaterThan(0);
});

(process.platform === 'linux' ? test : test.skip)('memory that a process held for a moment counts', async () => {
  const holding = 'const held = Buffer.alloc(200 * 2 ** 20, 1); setTimeout(() => held.length, 100)';
  const [small, large] = [await node('setTimeout(() => 0, 100)'), await node(holding)];
  expect(large.mebibytes - small.mebibytes).toBeGreaterThan(150);
});

test('a process that fails says why', async () => {
  await expect(node("console.error('no room'); process.exit(3)")).rejects.toThrow(/ended with 3: no room/);
});
