import { lstatSync, readdirSync, readFileSync, realpathSync, rmdirSync, statSync, Stats, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** Beginning of the names that this library keeps for itself in an output folder. */
const OWN_NAMES = '.cdk8s-microservice';

/** Permissions in the mode of a file. */
export const PERMISSIONS = 0o7777;

/** Tells if a name is that of a lock, an inventory or a temporary file of this library. */
export function isOwnName(name: string): boolean {
  return name.startsWith(OWN_NAMES);
}

/** Lists the paths of all files below a folder, relative to it and with `/`. Links count as files, own names do not. */
export function filesBelow(folder: string, prefix = ''): Set<string> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => !isOwnName(entry.name))
      .flatMap((entry) => {
        const path = prefix + entry.name;
        return entry.isDirectory() ? [...filesBelow(folder, `${path}/`)] : [path];
      }),
  );
}

/** State of a path, of a link itself; undefined where nothing is there. */
export function stateOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Absolute path without links, also of what is not there yet. */
export function realPathOf(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPathOf(parent), basename(absolute));
  }
}

/** Tells if a path is a folder or stands below it; both are absolute. */
export function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A path as disks see it that tell upper and lower case not apart, and accents in one form. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * Reads a file, and nothing else: a FIFO would wait for its writer, a device may have no end.
 *
 * @throws Error where something else is there, or nothing
 */
export function readFileOf(path: string): Buffer {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error(`${path} is ${nameOf(stats)}, not a file`);
  return readFileSync(path);
}

/** Content of a file; undefined where nothing is there, or what is there has no content. */
export function contentOf(path: string): Buffer | undefined {
  try {
    return readFileOf(path);
  } catch {
    return undefined;
  }
}

/**
 * State of what a file may replace: a file or a link. Undefined where nothing is there.
 *
 * @throws Error where a folder, a FIFO, a socket or a device is there
 */
export function replaceable(path: string): Stats | undefined {
  const stats = stateOf(path);
  if (stats === undefined || stats.isFile() || stats.isSymbolicLink()) return stats;
  throw new Error(`${path} is ${nameOf(stats)}, not a file: move it away`);
}

/** The first folder on the way from a folder to a path below it that is a link; undefined where none is. */
export function linkAbove(folder: string, path: string): string | undefined {
  const steps = path.split('/').slice(0, -1);
  return steps
    .map((_, at) => steps.slice(0, at + 1).join('/'))
    .find((each) => stateOf(join(folder, each))?.isSymbolicLink() === true);
}

/**
 * Refuses a path that a link on its way leads elsewhere.
 *
 * @throws Error where a folder above the file is a link
 */
export function refuseLinks(folder: string, path: string): void {
  const link = linkAbove(folder, path);
  if (link !== undefined) throw new Error(`${join(folder, link)} is a link, not a folder: move it away`);
}

/** Writes a file that is not there. False where something is. */
export function writeNew(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a folder and those above it, up to another folder, as far as they are empty. */
export function removeEmpty(below: string, folder: string): void {
  for (let at = below; at !== folder && at.startsWith(folder); at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}

/** The word for what is no file. */
export function nameOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return stats.isSymbolicLink() ? 'a link' : 'a device';
}
