import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** A folder that is being filled: a name that no finished one has, and the process that fills it. */
const UNFINISHED = /^\.unfinished-(\d+)-/;

/** Folder of the built judges of this user. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const stated = environment.XDG_CACHE_HOME;
  // The specification says to ignore a relative one.
  const caches = stated !== undefined && isAbsolute(stated) ? stated : join(homedir(), '.cache');
  return join(caches, 'cdk8s-microservice', 'judges');
}

/** Tells if a folder has every output of its recipe. */
export function isFinished(folder: string, outputs: readonly string[]): boolean {
  return outputs.every((output) => existsSync(join(folder, output)));
}

/**
 * Fills a folder of the cache elsewhere and renames it when it is complete, so that it is there whole or not at all.
 */
export async function fill(
  cache: string,
  name: string,
  outputs: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, `.unfinished-${process.pid}-${name}-`));
  // Judges are started as other users too.
  chmodSync(unfinished, 0o755);
  try {
    await make(unfinished);
    const absent = outputs.filter((output) => !existsSync(join(unfinished, output)));
    if (absent.length > 0) throw new Error(`the build left out ${absent.join(', ')}`);
    replace(join(cache, name), outputs, unfinished);
  } finally {
    remove(unfinished);
  }
}

/** Removes what builds left that were ended before they were complete. */
export function removeUnfinished(cache: string, isAlive: (process: number) => boolean = isRunning): void {
  for (const name of list(cache)) {
    const pid = UNFINISHED.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) remove(join(cache, name));
  }
}

/** Removes the finished folders that `isCurrent` does not know, and says which. */
export function prune(cache: string, isCurrent: (name: string) => boolean): string[] {
  const old = list(cache).filter((name) => !name.startsWith('.') && !isCurrent(name));
  for (const name of old) remove(join(cache, name));
  return old;
}

function replace(folder: string, outputs: readonly string[], by: string): void {
  // Another build may have been faster; and what someone deleted a file from is of no use.
  if (isFinished(folder, outputs)) return;
  remove(folder);
  try {
    renameSync(by, folder);
  } catch (error) {
    if (!isFinished(folder, outputs)) throw error;
  }
}

function list(cache: string): string[] {
  return existsSync(cache) ? readdirSync(cache) : [];
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, as another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
