import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeLeftovers } from './leftovers';
import { ownToken } from './owner';

const PREFIX = 'cdk8s-microservice-';

/**
 * Makes a folder for temporary files, named after this process, and removes those of processes that are dead.
 *
 * @throws Error where there is no folder for temporary files
 */
export function makeScratch(parent = tmpdir()): string {
  removeLeftovers(parent, PREFIX);
  try {
    return mkdtempSync(join(parent, `${PREFIX}${ownToken()}.`));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'is not there' : `takes no files (${code})`;
    throw new Error(`the folder for temporary files, ${parent}, ${reason}: set TMPDIR to one that can be written to`, {
      cause: error,
    });
  }
}
