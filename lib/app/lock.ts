import { lstatSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readFileOf, writeNew } from './disk';
import { ownerName, ownerState, ownToken } from './owner';

export const LOCK = '.cdk8s-microservice.lock';
/** Held for the moment in which a dead owner's lock is removed, so that two processes do not remove each other's. */
const GUARD = '.cdk8s-microservice.lock.dead';
/** A switch of an output takes milliseconds; this is for thousands of files on a slow disk. */
const PATIENCE_MILLIS = 30_000;
const PAUSE_MILLIS = 20;

/** Options of a lock. */
export interface LockOptions {
  /** Takes over a lock whose owner cannot be proven to run. */
  readonly force?: boolean;
  /** Longest wait for another run, in milliseconds. */
  readonly patience?: number;
}

/**
 * Runs while no other process writes to a folder, which exists. Waits for the other one.
 *
 * @throws Error where the owner of the lock runs on, or cannot be proven dead
 */
export function withLock<T>(folder: string, run: () => T, options: LockOptions = {}): T {
  const [lock, guard] = [join(folder, LOCK), join(folder, GUARD)];
  acquire(folder, lock, guard, options);
  try {
    return run();
  } finally {
    release(lock);
  }
}

/** Removes a lock. One that cannot be removed counts as dead once this process has ended. */
function release(lock: string): void {
  try {
    rmSync(lock, { force: true });
  } catch {
    // The folder itself is as it should be.
  }
}

function acquire(folder: string, lock: string, guard: string, { force = false, patience }: LockOptions): void {
  const end = performance.now() + (patience ?? PATIENCE_MILLIS);
  if (force && isAbandoned(ownerOf(guard), true)) rmSync(guard, { force: true });
  for (;;) {
    if (claim(lock)) return;
    const owner = ownerOf(lock);
    // What this thread holds is left from an earlier failure of its own.
    if (owner !== undefined && ownerState(owner) === 'self') return;
    if (isAbandoned(owner, force) && claim(guard)) {
      if (ownerOf(lock) === owner) rmSync(lock, { force: true });
      rmSync(guard, { force: true });
    } else if (performance.now() > end) {
      throw new Error(refusal(folder, owner));
    } else pause();
  }
}

function isAbandoned(owner: string | undefined, force: boolean): boolean {
  if (owner === undefined) return false;
  const state = ownerState(owner);
  return state === 'dead' || (force && state === 'elsewhere');
}

function refusal(folder: string, owner: string | undefined): string {
  const name = owner === undefined ? 'another process' : ownerName(owner);
  const runs = owner !== undefined && ownerState(owner) === 'running';
  return (
    `${name} writes to ${folder}: ` +
    (runs ? 'wait for its end' : 'where it no longer runs, cdk8s-microservice-synth --recover takes over')
  );
}

/** Makes a lock that names this process. The target of a link is there at once, with the link. */
function claim(path: string): boolean {
  try {
    symlinkSync(ownToken(), path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Some file systems have no links.
    if (code !== 'EPERM' && code !== 'ENOSYS' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
  }
  return writeNew(path, ownToken());
}

/** The token in a lock; undefined where the lock is gone. */
function ownerOf(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileOf(path).toString();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Waits without a turn of the event loop, because a synth is synchronous. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLIS);
}
