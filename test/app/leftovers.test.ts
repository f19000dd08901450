import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK, withLock } from '../../lib/app/lock';
import { ownerState, ownToken } from '../../lib/app/owner';
import { makeScratch } from '../../lib/app/scratch';
import { writeWhole } from '../../lib/app/write';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The token of this process with other parts. */
function token(parts: { host?: string; boot?: string; id?: number; start?: string; thread?: number }): string {
  const [host, boot, id, start, thread] = ownToken().split('-');
  return [parts.host ?? host, parts.boot ?? boot, parts.id ?? id, parts.start ?? start, parts.thread ?? thread].join(
    '-',
  );
}
const DEAD = { id: 2 ** 22 + 1 };
const RUNNING = { id: process.ppid, start: startOf(process.ppid) };
const ELSEWHERE = { host: '00000000' };

function startOf(id: number): string {
  const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]!;
}

test.each([
  ['this thread', {}, 'self'],
  ['another thread', { thread: 7 }, 'running'],
  ['a process that runs', RUNNING, 'running'],
  ['a process that has ended', DEAD, 'dead'],
  ['a process whose id another one has now', { ...RUNNING, start: '1' }, 'dead'],
  ['a process before the start of the machine', { boot: '00000000' }, 'dead'],
  ['a process of another host', ELSEWHERE, 'elsewhere'],
])('%s is judged by its token', (_, parts, state) => {
  expect(ownerState(token(parts))).toBe(state);
});

test('a text that is no token proves nothing', () => {
  expect(ownerState('17')).toBe('elsewhere');
});

describe('a lock', () => {
  const take = (patience = 60, force = false) => withLock(folder, () => readdirSync(folder), { patience, force });

  test('is there while its owner works, and gone afterwards, also after a failure', () => {
    expect(take()).toEqual([LOCK]);
    expect(() =>
      withLock(folder, () => {
        throw new Error('mine');
      }),
    ).toThrow('mine');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['dead', DEAD],
    ['this thread', {}],
  ])('of a process that is %s is taken over', (_, parts) => {
    symlinkSync(token(parts), join(folder, LOCK));
    expect(take()).toEqual([LOCK]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([false, true])('of a process that runs is waited for, and not taken over (asked to: %j)', (force) => {
    symlinkSync(token(RUNNING), join(folder, LOCK));
    expect(() => take(60, force)).toThrow(`process ${process.ppid} writes to ${folder}: wait for its end`);
    expect(readdirSync(folder)).toEqual([LOCK]);
  });

  test('of another host is taken over where a user asks for it', () => {
    symlinkSync(token(ELSEWHERE), join(folder, LOCK));
    expect(() => take()).toThrow(
      `process ${process.pid} of another host writes to ${folder}: where it no longer runs, ` +
        'cdk8s-microservice-synth --recover takes over',
    );
    expect(take(60, true)).toEqual([LOCK]);
  });

  test('that is a file, as on disks without links, counts as well', () => {
    writeFileSync(join(folder, LOCK), token(RUNNING));
    expect(() => take()).toThrow('wait for its end');
    writeFileSync(join(folder, LOCK), token(DEAD));
    expect(take()).toEqual([LOCK]);
  });

  test('is not removed beside a process that is about to remove it', () => {
    symlinkSync(token(DEAD), join(folder, LOCK));
    symlinkSync(token(RUNNING), join(folder, `${LOCK}.dead`));
    expect(() => take()).toThrow(`process ${DEAD.id} writes to ${folder}`);
    rmSync(join(folder, `${LOCK}.dead`));
    symlinkSync(token(DEAD), join(folder, `${LOCK}.dead`));
    expect(take(60, true)).toEqual([LOCK]);
  });
});

describe('a scratch folder', () => {
  test('takes the place of those whose processes are dead, and of no others', () => {
    const kept = [
      `cdk8s-microservice-${token(RUNNING)}.abcdef`,
      `cdk8s-microservice-${token(ELSEWHERE)}.abcdef`,
      'cdk8s-microservice-abcdef',
      'mine',
    ];
    for (const name of [...kept, `cdk8s-microservice-${token(DEAD)}.abcdef`])
      mkdirSync(join(folder, name, 'output'), { recursive: true });
    const made = makeScratch(folder);
    expect(
      readdirSync(folder)
        .map((name) => join(folder, name))
        .sort(),
    ).toEqual([...kept.map((name) => join(folder, name)), made].sort());
  });

  test('has a plain message where TMPDIR is no folder', () => {
    expect(() => makeScratch(join(folder, 'missing'))).toThrow(
      `the folder for temporary files, ${join(folder, 'missing')}, is not there: set TMPDIR to one that can be ` +
        'written to',
    );
    writeFileSync(join(folder, 'file'), '');
    expect(() => makeScratch(join(folder, 'file'))).toThrow('takes no files (ENOTDIR)');
  });
});

describe('a file of findings', () => {
  test('keeps its permissions and its link, and loses temporary files of dead processes', () => {
    writeFileSync(join(folder, 'target'), 'before', { mode: 0o600 });
    symlinkSync('target', join(folder, 'link'));
    writeFileSync(join(folder, `.cdk8s-microservice.tmp-${token(DEAD)}`), 'half');
    writeFileSync(join(folder, `.cdk8s-microservice.tmp-${token(RUNNING)}`), 'half');
    writeWhole(join(folder, 'link'), 'after');
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('after');
    expect(statSync(join(folder, 'target')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual([`.cdk8s-microservice.tmp-${token(RUNNING)}`, 'link', 'target']);
  });

  test('is not written in the place of what is no file', () => {
    spawnSync('mkfifo', [join(folder, 'fifo')]);
    symlinkSync('fifo', join(folder, 'link'));
    for (const [name, kind] of [
      ['fifo', 'a FIFO'],
      ['link', 'a FIFO'],
      ['', 'a folder'],
    ])
      expect(() => writeWhole(join(folder, name!), 'x')).toThrow(`${join(folder, name!)} is ${kind}, not a file`);
    expect(() => writeWhole('/dev/null', 'x')).toThrow('/dev/null is a device, not a file');
  });
});
