import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, fill, isFinished, prune, removeUnfinished } from './cache';
import { scratchFolder } from './testing';

const scratch = scratchFolder();
const OUTPUTS = ['bin/one', 'bin/two'];
let cache: string;
let count = 0;

beforeEach(() => {
  cache = join(scratch, String(count++));
});

function write(folder: string, files: readonly string[], text = 'built'): void {
  mkdirSync(join(folder, 'bin'), { recursive: true });
  for (const file of files) writeFileSync(join(folder, file), text);
}

const built = () => isFinished(join(cache, 'judge-1'), OUTPUTS);
const fillWith = (make: (folder: string) => void | Promise<void>) =>
  fill(cache, 'judge-1', OUTPUTS, async (folder) => make(folder));

test('is where the user keeps caches', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe('/caches/cdk8s-microservice/judges');
  for (const ignored of [undefined, '', 'relative'])
    expect(cacheFolder({ XDG_CACHE_HOME: ignored })).toBe(join(homedir(), '.cache/cdk8s-microservice/judges'));
});

test('a folder is there when all of it is', async () => {
  await fillWith((folder) => {
    write(folder, OUTPUTS);
    expect(built()).toBe(false);
  });
  expect(built()).toBe(true);
  expect(readdirSync(cache)).toEqual(['judge-1']);
  expect(statSync(join(cache, 'judge-1')).mode & 0o777).toBe(0o755);
});

test('a build that fails leaves nothing', async () => {
  const failing = fillWith((folder) => {
    write(folder, ['bin/one']);
    throw new Error('no space');
  });
  await expect(failing).rejects.toThrow('no space');
  expect(readdirSync(cache)).toEqual([]);
});

test('a build that leaves something out has failed', async () => {
  await expect(fillWith((folder) => write(folder, ['bin/one']))).rejects.toThrow('the build left out bin/two');
  expect(readdirSync(cache)).toEqual([]);
});

test('what a killed build left is not taken for a finished one, and goes when its process is gone', () => {
  const [dead, alive] = ['.unfinished-11-judge-1-abc', '.unfinished-22-judge-1-def'];
  for (const name of [dead, alive]) write(join(cache, name), OUTPUTS);
  expect(built()).toBe(false);
  removeUnfinished(cache, (pid) => pid === 22);
  expect(readdirSync(cache)).toEqual([alive]);
  removeUnfinished(join(cache, 'none'));
});

test('this process is alive', () => {
  write(join(cache, `.unfinished-${process.pid}-judge-1-abc`), OUTPUTS);
  removeUnfinished(cache);
  expect(readdirSync(cache)).toHaveLength(1);
});

test('of two builds at once the first stays, and neither fails', async () => {
  await fillWith(async (folder) => {
    await fillWith((other) => write(other, OUTPUTS, 'first'));
    write(folder, OUTPUTS, 'second');
  });
  expect(readFileSync(join(cache, 'judge-1/bin/one'), 'utf8')).toBe('first');
  expect(readdirSync(cache)).toEqual(['judge-1']);
});

test('a folder that lost a file is filled again', async () => {
  await fillWith((folder) => write(folder, OUTPUTS, 'old'));
  rmSync(join(cache, 'judge-1/bin/two'));
  expect(built()).toBe(false);
  await fillWith((folder) => write(folder, OUTPUTS, 'new'));
  expect(readFileSync(join(cache, 'judge-1/bin/one'), 'utf8')).toBe('new');
});

test('pruning removes old folders, and none that is being filled', () => {
  for (const name of ['judge-1', 'judge-2', '.unfinished-1-judge-1-abc']) write(join(cache, name), OUTPUTS);
  expect(prune(cache, (name) => name === 'judge-2')).toEqual(['judge-1']);
  expect(readdirSync(cache).sort()).toEqual(['.unfinished-1-judge-1-abc', 'judge-2']);
  expect(existsSync(join(cache, 'judge-2/bin/one'))).toBe(true);
});
