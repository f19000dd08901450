import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesBelow, readFileOf } from './disk';
import { INVENTORY, readInventory } from './inventory';
import { Update } from './update';

/** The update of an output folder by a whole run: its files are in another folder, with the inventories of its apps. */
export function stagedUpdate(folder: string): Update {
  const appOf = new Map(inventoriesBelow(folder).flatMap((below) => appsIn(folder, below)));
  const files = [...filesBelow(folder)].map((path) => ({ path, app: appOf.get(path) ?? '' }));
  return {
    files: new Map(files.map(({ path, app }) => [path, { app, content: readFileOf(join(folder, path)) }])),
    apps: [...new Set(files.map(({ app }) => app))],
    replaces: () => true,
  };
}

/** Folders that have an inventory, relative to the folder above them and with `/`; empty for that folder itself. */
function inventoriesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === INVENTORY)
    .map(({ parentPath }) => relative(folder, parentPath).split(sep).join('/'));
}

function appsIn(folder: string, below: string): [string, string][] {
  const place = (path: string) => [below, path].filter((part) => part !== '').join('/');
  return [...readInventory(join(folder, below))].map(([path, { app }]) => [place(path), place(app)]);
}
