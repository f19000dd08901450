import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, filesBelow, linkAbove, refuseLinks, replaceable, stateOf } from './disk';
import {
  digestOf,
  formatInventory,
  Inventory,
  INVENTORY,
  InventoryEntry,
  otherOwner,
  parseInventory,
  readInventory,
} from './inventory';
import { isLeftover } from './leftovers';
import { LockOptions, withLock } from './lock';
import { markedPath } from './marker';
import { SILENT, type Progress } from './progress';
import { Change, recover, switchFiles } from './switch';

/** A file of the output. */
export interface OutputFile {
  /** Folder of its app below the output folder, with `/`; empty for the output folder itself. */
  readonly app: string;
  readonly content: string | Uint8Array;
}

/** Files that an output folder is to hold. */
export interface Update {
  /** By path, relative to the output folder and with `/`. */
  readonly files: ReadonlyMap<string, OutputFile>;
  /** Apps whose files these are, also where one of them has none. */
  readonly apps: readonly string[];
  /** Tells if the earlier files of an app go where they are not among these. */
  readonly replaces: (app: string) => boolean;
  /** Tells if a file stays although it is not among these. */
  readonly keeps?: (path: string) => boolean;
  readonly progress?: Progress;
}

/** A file that would be removed, if it were proven to be ours. */
export interface KeptFile {
  readonly path: string;
  readonly reason: string;
}

/** Changes that bring an output folder up to date. */
export interface Plan {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly KeptFile[];
  readonly unchanged: number;
  /** All of them, with that of the inventory. */
  readonly changes: readonly Change[];
  /** The inventory before. */
  readonly before: Inventory;
}

/**
 * Brings an output folder up to date, wholly or not at all, and finishes before it what a killed run left.
 *
 * @throws Error where that cannot be done; the folder is as it was
 */
export function updateOutput(
  folder: string,
  update: Update,
  note: (plan: Plan) => void = () => {},
  options?: LockOptions,
): Plan {
  mkdirSync(folder, { recursive: true });
  return withLock(
    folder,
    () => {
      recover(folder);
      const plan = planUpdate(folder, update);
      note(plan);
      switchFiles(folder, plan.changes, update.progress);
      return plan;
    },
    options,
  );
}

/** Compares an output folder with what it is to hold. Changes nothing. */
export function planUpdate(
  folder: string,
  { files, apps, replaces, keeps = () => false, progress = SILENT }: Update,
): Plan {
  const before = readInventory(folder);
  for (const path of files.keys()) refuseLinks(folder, path);
  const compared = progress.counting('comparing', files.size, 'files');
  const written = [...files].filter(([path, { content }]) => {
    compared();
    return !holds(join(folder, path), content);
  });
  const owned = [...before].filter(([path, { app }]) => replaces(app) && !files.has(path) && !keeps(path));
  const known = new Set([...before.values()].map(({ app }) => app));
  const marked = apps.filter((app) => !known.has(app)).flatMap((app) => markedFiles(folder, app));
  const foreign = otherOwners(folder);
  const judged = owned.map(([path, entry]) => ({ path, reason: againstRemoval(folder, path, entry, foreign) }));
  const removed = [
    ...judged.filter(({ reason }) => reason === undefined).map(({ path }) => path),
    ...marked.filter((path) => !files.has(path) && !keeps(path) && foreign(path) === undefined),
  ];
  const inventory = new Map([
    ...[...before].filter(([path, { app }]) => !replaces(app) || keeps(path)),
    ...[...files].map(([path, { app, content }]): [string, InventoryEntry] => [
      path,
      { app, digest: digestOf(content) },
    ]),
  ]);
  return {
    written: written.map(([path]) => path),
    removed,
    kept: judged.flatMap(({ path, reason }) => (reason === undefined || reason === GONE ? [] : [{ path, reason }])),
    unchanged: files.size - written.length,
    changes: [
      ...written.map(([path, { content }]) => ({ path, content })),
      ...removed.map((path) => ({ path })),
      ...inventoryChange(folder, inventory),
    ],
    before,
  };
}

/** The change that makes an inventory that of a folder. */
export function inventoryChange(folder: string, inventory: Inventory): Change[] {
  const file = join(folder, INVENTORY);
  if (inventory.size === 0) return stateOf(file) === undefined ? [] : [{ path: INVENTORY }];
  const content = formatInventory(inventory);
  return holds(file, content) ? [] : [{ path: INVENTORY, content }];
}

const GONE = 'it is gone';

/** The reason for which a file is not proven to be ours; undefined where it is. */
function againstRemoval(
  folder: string,
  path: string,
  { digest }: InventoryEntry,
  foreign: (path: string) => string | undefined,
): string | undefined {
  if (linkAbove(folder, path) !== undefined) return 'a link leads to its folder';
  const stats = stateOf(join(folder, path));
  if (stats === undefined) return GONE;
  const content = stats.isFile() ? contentOf(join(folder, path)) : undefined;
  if (content === undefined || digestOf(content) !== digest) return 'it was changed after it was written';
  const other = foreign(path);
  return other === undefined ? undefined : `the output in ${other} has it too`;
}

/** Files of an app from before there were inventories: their second line names the place where they are. */
function markedFiles(folder: string, app: string): string[] {
  const below = join(folder, app);
  if (stateOf(below)?.isDirectory() !== true || linkAbove(folder, `${app}/`) !== undefined) return [];
  return [...filesBelow(below)]
    .filter((path) => isLeftover(path) || isMarked(join(below, path), path))
    .map((path) => (app === '' ? path : `${app}/${path}`));
}

function isMarked(file: string, path: string): boolean {
  return stateOf(file)!.isFile() && markedPath(contentOf(file)?.toString('utf8', 0, 4096) ?? '') === path;
}

/** Looks for the folder of another inventory that lists a file. Each inventory is read once. */
function otherOwners(folder: string): (path: string) => string | undefined {
  const inventories = new Map<string, Inventory>();
  const read = (at: string) => {
    const inventory = inventories.get(at) ?? parseInventory(contentOf(join(at, INVENTORY))?.toString() ?? '');
    inventories.set(at, inventory);
    return inventory;
  };
  return (path) => otherOwner(folder, path, read);
}

/**
 * Tells if a file has a content.
 *
 * @throws Error where no file can be
 */
function holds(file: string, content: string | Uint8Array): boolean {
  if (replaceable(file) === undefined) return false;
  return contentOf(file)?.equals(Buffer.from(content as Uint8Array)) ?? false;
}
