import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, stateOf } from './disk';
import { InventoryEntry, INVENTORY, readInventory } from './inventory';
import { withLock } from './lock';
import { isInterrupted, recover, switchFiles } from './switch';
import { inventoryChange, Plan } from './update';

/** A file before it was changed. */
interface Before {
  /** Undefined where there was no file. */
  readonly content?: Buffer;
  readonly mode?: number;
  readonly entry?: InventoryEntry;
}

/** Files of an output folder before this process changed them, by path. */
export type Journal = Map<string, Before>;

/** Notes the files that a plan changes, unless they are noted. */
export function note(journal: Journal, folder: string, { changes, before }: Plan): void {
  for (const { path } of changes) {
    if (path === INVENTORY || journal.has(path)) continue;
    const file = join(folder, path);
    const content = contentOf(file);
    journal.set(path, {
      ...(content !== undefined && { content, mode: stateOf(file)!.mode }),
      entry: before.get(path),
    });
  }
}

/** Undoes the changes of a journal, all in one, and empties it. */
export function restore(journal: Journal, folder: string): void {
  if (!existsSync(folder) || (journal.size === 0 && !isInterrupted(folder))) return;
  withLock(folder, () => {
    recover(folder);
    const inventory = new Map(readInventory(folder));
    for (const [path, { entry }] of journal) {
      if (entry === undefined) inventory.delete(path);
      else inventory.set(path, entry);
    }
    const changes = [...journal].map(([path, { content, mode }]) => ({ path, content, mode }));
    switchFiles(folder, journal.size === 0 ? [] : [...changes, ...inventoryChange(folder, inventory)]);
  });
  journal.clear();
}
