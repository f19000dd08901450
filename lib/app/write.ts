import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameOf, PERMISSIONS, stateOf } from './disk';
import { removeLeftovers, temporaryName } from './leftovers';

/**
 * Writes a file so that it is whole at any moment, and removes temporary files beside it whose processes are dead.
 *
 * @throws Error where what is there is no file, or where the file cannot be written
 */
export function writeWhole(file: string, content: string): void {
  const target = stateOf(file)?.isSymbolicLink() === true ? realpathSync(file) : file;
  const old = stateOf(target) === undefined ? undefined : statSync(target);
  if (old !== undefined && !old.isFile()) throw new Error(`${file} is ${nameOf(old)}, not a file`);
  mkdirSync(dirname(target), { recursive: true });
  removeLeftovers(dirname(target));
  const temporary = join(dirname(target), temporaryName());
  try {
    writeFileSync(temporary, content);
    if (old !== undefined) chmodSync(temporary, old.mode & PERMISSIONS);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
