import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isRunning, ownerState, ownToken } from './owner';

const PREFIX = '.cdk8s-microservice.tmp-';
/** Temporary files of versions before 0.2, which name no more than a process. */
const EARLIER = /^\.(\d+)\.cdk8s-microservice\.tmp$/;

/** Name of a temporary file of this process. */
export function temporaryName(): string {
  return PREFIX + ownToken();
}

/** Tells if a file in an output folder is a temporary one whose process has ended. */
export function isLeftover(path: string): boolean {
  const id = EARLIER.exec(basename(path))?.[1];
  return id !== undefined && !isRunning(Number(id));
}

/** Removes entries of a folder that are named after processes that are dead. Others stay, and so does what resists. */
export function removeLeftovers(folder: string, prefix = PREFIX): void {
  for (const name of namesIn(folder)) {
    if (!name.startsWith(prefix)) continue;
    // A random end follows the token of a scratch folder.
    const token = name.slice(prefix.length).replace(/\..*$/, '');
    if (ownerState(token) === 'dead') remove(join(folder, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Of another user.
  }
}
