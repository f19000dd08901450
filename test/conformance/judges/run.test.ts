import { tmpdir } from 'node:os';
import { run, ToolError } from './run';

const node = (script: string) => run(process.execPath, ['-e', script], { cwd: tmpdir(), env: { JUDGE: 'told' } });

test('gives what a tool printed, and hands on the environment', async () => {
  expect(await node('console.log(process.env.JUDGE, typeof process.env.PATH)')).toBe('told string\n');
});

test('ends with the last lines of a tool that fails', async () => {
  const fail = () => node('for (let i = 0; i < 100; i++) console.error(`line ${i}`); process.exit(3)');
  await expect(fail()).rejects.toThrow(ToolError);
  await expect(fail()).rejects.toThrow(/: ended with 3\n {2}line 70\n(.*\n)* {2}line 99$/);
  await expect(fail()).rejects.not.toThrow('line 69');
});

test('says when a tool was ended, and when there is none', async () => {
  await expect(node('process.kill(process.pid, "SIGTERM")')).rejects.toThrow('was ended by SIGTERM');
  await expect(run('no-such-tool', [], { cwd: tmpdir() })).rejects.toThrow('no-such-tool: spawn no-such-tool ENOENT');
});
