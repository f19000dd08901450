import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { freePort, run, Server, until } from './processes';

const node = process.execPath;
let logs: string;

beforeEach(() => {
  logs = fs.mkdtempSync(path.join(os.tmpdir(), 'processes-'));
});

afterEach(() => fs.rmSync(logs, { recursive: true }));

describe('a server', () => {
  const start = (
    script: string,
    options: { readonly ready?: () => Promise<boolean>; readonly timeout?: number } = {},
  ) =>
    Server.start({
      name: 'trial',
      program: node,
      args: ['-e', script],
      logs,
      ready: () => Promise.resolve(false),
      ...options,
    });

  test('is started when it is ready, and gone when it was stopped', async () => {
    const port = await freePort();
    const server = await start(
      `require('http').createServer((_, answer) => answer.end()).listen(${port}, '127.0.0.1')`,
      { ready: async () => (await fetch(`http://127.0.0.1:${port}`)).ok },
    );
    expect(server.ended).toBeUndefined();
    await server.stop();
    expect(server.ended).toBe('ended with SIGTERM');
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
  });

  test('that ends too early is reported with the end of its log', async () => {
    await expect(
      start('for (let line = 1; line < 40; line++) console.error("line " + line); process.exit(3)'),
    ).rejects.toThrow(/^trial ended with status 3 by itself; .*trial\.log\):\n {2}line 25\n(.*\n)* {2}line 39$/);
  });

  test('that never gets ready is ended', async () => {
    await expect(start('setTimeout(() => {}, 60_000)', { timeout: 0.2 })).rejects.toThrow(
      /^trial was not ready after 0\.2 s/,
    );
  });

  test('that does not answer when asked is ended', async () => {
    await expect(
      start('setTimeout(() => {}, 60_000)', { timeout: 0.2, ready: () => new Promise(() => undefined) }),
    ).rejects.toThrow(/^trial was not ready after 0\.2 s/);
  });

  test('that does not exist is reported', async () => {
    await expect(
      Server.start({ name: 'trial', program: '/no/such/program', args: [], logs, ready: () => Promise.resolve(false) }),
    ).rejects.toThrow(/^trial could not be started: .*ENOENT/);
  });
});

describe('a command', () => {
  test('is read to its end', async () => {
    expect(
      await run(node, ['-e', 'process.stdin.pipe(process.stdout); console.error("warning"); process.exitCode = 2'], {
        input: 'text',
      }),
    ).toEqual({ status: 2, stdout: 'text', stderr: 'warning\n' });
  });

  test('that does not exist is reported', async () => {
    await expect(run('/no/such/program', [])).rejects.toThrow('/no/such/program could not be started');
  });
});

test('waiting ends when it holds, and asks again after an error', async () => {
  let asked = 0;
  await until(() => (++asked < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve(true)), 5);
  expect(asked).toBe(3);
});
