import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileHeader, markedPath } from '../../lib/app/marker';
import { bringUpToDate, filesBelow } from '../../lib/app/write';
import { versions } from './kill-program';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const own = (path: string, as: string) => path === as;
const put = (path: string, content: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const files = () => [...filesBelow(folder)].sort();

describe('a folder brought up to date', () => {
  test('gets what is new, changed and in folders, and says so', () => {
    put('same.yaml', 'same');
    put('changed.yaml', 'before');
    const changes = bringUpToDate(
      folder,
      new Map<string, string | Uint8Array>([
        ['same.yaml', 'same'],
        ['changed.yaml', 'after'],
        ['a/b/new.yaml', Buffer.from('new')],
      ]),
      own,
    );
    expect(changes).toEqual({ written: ['changed.yaml', 'a/b/new.yaml'], removed: [], unchanged: 1 });
    expect(files()).toEqual(['a/b/new.yaml', 'changed.yaml', 'same.yaml']);
    expect(readFileSync(join(folder, 'changed.yaml'), 'utf8')).toBe('after');
  });

  test('loses only files that carry our marker for that very place', () => {
    put('a/stale.yaml', fileHeader('a/stale.yaml'));
    put('a/b/moved.yaml', fileHeader('other.yaml'));
    put('foreign.yaml', '---\nkind: X\n');
    put('empty.yaml', '');
    mkdirSync(join(folder, 'empty'));
    expect(bringUpToDate(folder, new Map(), own).removed).toEqual(['a/stale.yaml']);
    expect(files()).toEqual(['a/b/moved.yaml', 'empty.yaml', 'foreign.yaml']);
    expect(existsSync(join(folder, 'empty'))).toBe(true);
  });

  test('loses what a killed process left, and not what a running one is writing', () => {
    const killed = 2 ** 22 + 1;
    put(`a/.${killed}.cdk8s-microservice.tmp`, 'half');
    put(`.${process.ppid}.cdk8s-microservice.tmp`, 'half');
    bringUpToDate(folder, new Map(), own);
    expect(files()).toEqual([`.${process.ppid}.cdk8s-microservice.tmp`]);
    expect(existsSync(join(folder, 'a'))).toBe(false);
  });

  test('keeps what links lead to', () => {
    put('target/x.yaml', fileHeader('link/x.yaml'));
    symlinkSync(join(folder, 'target'), join(folder, 'link'));
    bringUpToDate(folder, new Map(), own);
    expect(files()).toEqual(['link', 'target/x.yaml']);
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  test('leaves no temporary file where a file cannot be written', () => {
    mkdirSync(join(folder, 'x.yaml'));
    expect(() => bringUpToDate(folder, new Map([['x.yaml', 'content']]), own)).toThrow('EISDIR');
    expect(files()).toEqual([]);
  });
});

test('a marker gives back the path, and nothing else has one', () => {
  expect(markedPath(`${fileHeader('a/b; c.yaml')}kind: X\n`)).toBe('a/b; c.yaml');
  for (const text of ['', '---\n', '# Written by cdk8s-microservice as a.yaml', `kind: X\n${fileHeader('a')}`])
    expect(markedPath(text)).toBeUndefined();
});

test('a process killed at any moment leaves every file whole, and the next run tidies up', async () => {
  const [one, other] = versions();
  bringUpToDate(folder, one, own);
  let [old, current] = [0, 0];
  for (let round = 0; round < 12; round += 1) {
    const child = spawn(process.execPath, ['-r', 'ts-node/register', join(__dirname, 'kill-program.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    await setTimeout(Math.random() * 60);
    child.kill('SIGKILL');
    await ended;
    for (const path of files().filter((name) => !name.endsWith('.tmp'))) {
      const content = readFileSync(join(folder, path), 'utf8');
      expect([one.get(path), other.get(path)]).toContain(content);
      if (content === one.get(path)) old += 1;
      else current += 1;
    }
    for (const path of one.keys()) if (other.has(path)) expect(existsSync(join(folder, path))).toBe(true);
  }
  expect(old).toBeGreaterThan(0);
  expect(current).toBeGreaterThan(0);
  bringUpToDate(folder, one, own);
  expect(files()).toEqual([...one.keys()].sort());
}, 600_000);
