import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { markedPath } from './marker';

/** Content by path, relative to the folder and with `/`. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** Tells if a file at `path`, marked with `markedPath`, was written by the same app and may be removed. */
export type IsOwner = (path: string, markedPath: string) => boolean;

/** Content of changed files before they were changed, by absolute path; undefined where there was no file. */
export type Journal = Map<string, Buffer | undefined>;

/** Files that an update wrote, removed and left alone. */
export interface Changes {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

const TEMPORARY = /^\.(\d+)\.cdk8s-microservice\.tmp$/;
const BEGINNING = 1024;

/**
 * Updates a folder: writes each changed file beside its place, renames it into place, then removes stale files.
 *
 * A process that is killed leaves each file whole, old or new. A file that does not carry our marker is never removed.
 * The journal gets each file before its first change.
 */
export function bringUpToDate(folder: string, files: Files, isOwner: IsOwner, journal?: Journal): Changes {
  mkdirSync(folder, { recursive: true });
  const existing = filesBelow(folder);
  const written = [...files].filter(
    ([path, content]) => !existing.has(path) || !isContent(join(folder, path), content),
  );
  const folders = new Set(written.map(([path]) => dirname(join(folder, path))));
  for (const below of folders) mkdirSync(below, { recursive: true });
  for (const [path, content] of written) {
    note(journal, join(folder, path));
    writeWhole(join(folder, path), content);
  }

  const removed = [...existing].filter((path) => !files.has(path) && isStale(folder, path, isOwner));
  for (const path of removed) {
    note(journal, join(folder, path));
    rmSync(join(folder, path), { force: true });
  }
  for (const path of removed) removeEmpty(dirname(join(folder, path)), folder);
  return { written: written.map(([path]) => path), removed, unchanged: files.size - written.length };
}

/** Undoes the changes of a journal below a folder, and empties it. */
export function restore(journal: Journal, folder: string): void {
  for (const [file, content] of journal) {
    if (content === undefined) {
      rmSync(file, { force: true });
      removeEmpty(dirname(file), folder);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeWhole(file, content);
    }
    journal.delete(file);
  }
}

function note(journal: Journal | undefined, file: string): void {
  if (journal === undefined || journal.has(file)) return;
  journal.set(file, existsSync(file) ? readFileSync(file) : undefined);
}

/** Writes a file so that it is whole at any moment. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${process.pid}.cdk8s-microservice.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Lists the paths of all files below a folder, relative to it and with `/`. Links count as files. */
export function filesBelow(folder: string, prefix = ''): Set<string> {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  return new Set(
    entries.flatMap((entry) => {
      const path = prefix + entry.name;
      return entry.isDirectory() ? [...filesBelow(folder, `${path}/`)] : [path];
    }),
  );
}

function isContent(file: string, content: string | Uint8Array): boolean {
  try {
    return readFileSync(file).equals(Buffer.from(content as Uint8Array));
  } catch {
    return false;
  }
}

function isStale(folder: string, path: string, isOwner: IsOwner): boolean {
  const temporary = TEMPORARY.exec(path.slice(path.lastIndexOf('/') + 1));
  if (temporary !== null) return !isRunning(Number(temporary[1]));
  const marked = markedPath(beginningOf(join(folder, path)));
  return marked !== undefined && isOwner(path, marked);
}

/** Tells if a process with this id runs, so that its temporary file stays. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A file that cannot be read carries no marker that we could see. */
function beginningOf(file: string): string {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const buffer = Buffer.alloc(BEGINNING);
      return buffer.toString('utf8', 0, readSync(descriptor, buffer));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}

/** Removes folders that the removal of our files has left empty. */
function removeEmpty(below: string, folder: string): void {
  for (let at = below; at !== folder && at.startsWith(folder); at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
