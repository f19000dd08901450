import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { readFileOf, stateOf } from './disk';

/** File of an output folder that lists the files which this library wrote there. kubectl and Argo CD pass over it. */
export const INVENTORY = '.cdk8s-microservice.sha256';

/** A file that was written. */
export interface InventoryEntry {
  /** Folder of its app below the output folder, with `/`; empty for the output folder itself. */
  readonly app: string;
  /** SHA-256 of the content, in hexadecimal digits. */
  readonly digest: string;
}

/** Entries by path, relative to the output folder and with `/`. */
export type Inventory = ReadonlyMap<string, InventoryEntry>;

const TITLE = '# Files that cdk8s-microservice wrote here; it removes no others. Check them with sha256sum -c.\n';
/** Divides the folder of the app from the path in it; it does not change the path. */
const DIVIDER = '/./';
const LINE = /^(\\?)([0-9a-f]{64}) [ *](.+)$/s;

/** SHA-256 of a content, in hexadecimal digits. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Formats an inventory as sha256sum does, in the order of the paths. */
export function formatInventory(inventory: Inventory): string {
  const lines = [...inventory]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { app, digest }]) => line(digest, app === '' ? path : app + DIVIDER + path.slice(app.length + 1)));
  return TITLE + lines.join('');
}

/** Parses an inventory. A line that is none, or that leads out of the folder, proves nothing and is left out. */
export function parseInventory(text: string): Inventory {
  const entries = text.split('\n').flatMap((each): [string, InventoryEntry][] => {
    const [, escaped, digest, name] = LINE.exec(each) ?? [];
    if (name === undefined) return [];
    const place = escaped === '' ? name : name.replaceAll(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));
    const at = place.indexOf(DIVIDER);
    const app = at < 0 ? '' : place.slice(0, at);
    const path = at < 0 ? place : `${app}/${place.slice(at + DIVIDER.length)}`;
    return isInside(path) ? [[path, { app, digest: digest! }]] : [];
  });
  return new Map(entries);
}

/**
 * Reads the inventory of a folder; empty where there is none.
 *
 * @throws Error where no file is in its place
 */
export function readInventory(folder: string): Inventory {
  const file = join(folder, INVENTORY);
  return stateOf(file) === undefined ? new Map() : parseInventory(readFileOf(file).toString());
}

/** Tells if a path stays inside of the folder that it is relative to, and names a file there. */
export function isInside(path: string): boolean {
  const below = normalize(path);
  return path !== '' && below !== '.' && !isAbsolute(path) && below !== '..' && !below.startsWith(`..${sep}`);
}

/** The folder of another inventory that lists a file: one above the output folder, or one between it and the file. */
export function otherOwner(folder: string, path: string, read: (folder: string) => Inventory): string | undefined {
  const file = join(folder, path);
  for (let at = dirname(file); ; at = dirname(at)) {
    const name = at === dirname(at) ? file.slice(at.length) : file.slice(at.length + 1);
    if (at !== folder && read(at).has(name.split(sep).join('/'))) return at;
    if (at === dirname(at)) return undefined;
  }
}

function line(digest: string, place: string): string {
  const escaped = place.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return `${escaped === place ? '' : '\\'}${digest}  ${escaped}\n`;
}
