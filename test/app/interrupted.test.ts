import fs from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../../lib/app/lock';
import { recover } from '../../lib/app/switch';
import { Update, updateOutput } from '../../lib/app/update';
import { everything, updateOf } from './outputs';

/** Every call by which a run changes the disk. */
const CALLS = ['writeFileSync', 'renameSync', 'mkdirSync', 'linkSync', 'symlinkSync', 'rmSync', 'rmdirSync'] as const;
const MAKING: readonly string[] = ['writeFileSync', 'mkdirSync', 'linkSync', 'symlinkSync'];

const OLD = updateOf({
  'a.yaml': 'a',
  'b/same.yaml': 'same',
  'b/x.yaml': 'x',
  'gone/c.yaml': 'c',
  'gone/d/e.yaml': 'e',
});
const NEW = updateOf({ 'a.yaml': 'A', 'b/same.yaml': 'same', 'b/x.yaml': 'X', 'new/f/g.yaml': 'g', 'new/h.yaml': 'h' });

const scratch: string[] = [];
afterEach(() => {
  jest.restoreAllMocks();
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An output folder with a file of somebody else, permissions of its own, and the old version. */
function output(update: Update = OLD): string {
  const folder = mkdtempSync(join(tmpdir(), 'output-'));
  scratch.push(folder);
  fs.writeFileSync(join(folder, 'NOTES.md'), 'mine');
  updateOutput(folder, update);
  fs.chmodSync(join(folder, 'a.yaml'), 0o600);
  return folder;
}

/** Lets the calls that change the disk fail; the first argument counts from 1. */
function failing(fails: (call: number, name: string) => boolean, error: () => Error): void {
  let calls = 0;
  for (const name of CALLS) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    jest.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      calls += 1;
      if (!fails(calls, name)) return original(...args);
      // What fails or is killed while it writes leaves half of it.
      if (name === 'writeFileSync') original(args[0], String(args[1]).slice(0, String(args[1]).length / 2));
      throw error();
    }) as never);
  }
}

function attempt(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  } finally {
    jest.restoreAllMocks();
  }
}

const before = () => everything(output());
const after = () => {
  const folder = output();
  updateOutput(folder, NEW);
  return everything(folder);
};
function callsOfASwitch(): number {
  const folder = output();
  let most = 0;
  failing(
    (call) => {
      most = call;
      return false;
    },
    () => new Error(),
  );
  attempt(() => updateOutput(folder, NEW));
  return most;
}

test('a run that is killed at any call leaves the old output or the new one, once it is recovered', () => {
  const [old, current] = [before(), after()];
  const calls = callsOfASwitch();
  expect(calls).toBeGreaterThan(25);
  const ends = { old: 0, current: 0 };
  for (let kill = 1; kill <= calls; kill += 1) {
    const folder = output();
    failing(
      (call) => call >= kill,
      () => new Error('killed'),
    );
    attempt(() => updateOutput(folder, NEW));
    withLock(folder, () => recover(folder));
    const found = everything(folder);
    const isOld = JSON.stringify(found) === JSON.stringify(old);
    if (!isOld) expect(found).toEqual(current);
    ends[isOld ? 'old' : 'current'] += 1;
  }
  expect(ends.old).toBeGreaterThan(5);
  expect(ends.current).toBeGreaterThan(5);
});

test('a recovery that is killed at any call is recovered by the next one', () => {
  const [old, current] = [before(), after()];
  const calls = callsOfASwitch();
  for (let kill = 2; kill <= calls; kill += 3) {
    for (let second = 1; second <= calls; second += 2) {
      const folder = output();
      failing(
        (call) => call >= kill,
        () => new Error('killed'),
      );
      attempt(() => updateOutput(folder, NEW));
      failing(
        (call) => call >= second,
        () => new Error('killed'),
      );
      const isDone = attempt(() => withLock(folder, () => recover(folder)));
      withLock(folder, () => recover(folder));
      expect([JSON.stringify(old), JSON.stringify(current)]).toContain(JSON.stringify(everything(folder)));
      if (isDone && second > 12) break;
    }
  }
});

test('the next run after a kill finishes or undoes the one before, then does its own', () => {
  const current = after();
  const calls = callsOfASwitch();
  for (let kill = 1; kill <= calls; kill += 1) {
    const folder = output();
    failing(
      (call) => call >= kill,
      () => new Error('killed'),
    );
    attempt(() => updateOutput(folder, NEW));
    updateOutput(folder, NEW);
    expect(everything(folder)).toEqual(current);
  }
});

test.each<[string, (call: number, first: number, name: string) => boolean]>([
  // A folder that cannot be removed stays, and is empty.
  ['one call', (call, first, name) => call === first && name !== 'rmdirSync'],
  ['all calls that need room', (call, first, name) => call >= first && MAKING.includes(name)],
])('a disk that is full for %s leaves the old output, unless the new one is whole', (_, isFull) => {
  const [old, current] = [before(), after()];
  const calls = callsOfASwitch();
  let failures = 0;
  for (let first = 1; first <= calls; first += 1) {
    const folder = output();
    failing(
      (call, name) => isFull(call, first, name),
      () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }),
    );
    const isWritten = attempt(() => updateOutput(folder, NEW));
    if (!isWritten) failures += 1;
    // The next run tidies up what could not be removed.
    withLock(folder, () => recover(folder));
    expect(everything(folder)).toEqual(isWritten ? current : old);
  }
  expect(failures).toBeGreaterThan(15);
});

test('a kill while a failed run is undone is undone by the next run', () => {
  const [old, current] = [before(), after()];
  const calls = callsOfASwitch();
  for (let first = 12; first <= calls; first += 2) {
    for (let kill = first + 1; kill <= first + 12; kill += 2) {
      const folder = output();
      failing(
        (call, name) => (call === first && name !== 'rmdirSync') || call >= kill,
        () => new Error('no'),
      );
      attempt(() => updateOutput(folder, NEW));
      withLock(folder, () => recover(folder));
      expect([JSON.stringify(old), JSON.stringify(current)]).toContain(JSON.stringify(everything(folder)));
    }
  }
});

test('files of an interrupted run that lead out of the folder are refused', () => {
  const folder = output();
  fs.mkdirSync(join(folder, '.cdk8s-microservice.switch'));
  fs.writeFileSync(
    join(folder, '.cdk8s-microservice.switch/journal.json'),
    JSON.stringify([{ path: '../elsewhere', action: 'remove' }]),
  );
  expect(() => updateOutput(folder, NEW)).toThrow('leads to ../elsewhere, out of the folder: remove ');
});
