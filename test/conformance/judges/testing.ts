import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Recipe, RECIPES } from './catalogue';
import type { Tools } from './tools';

/** A machine that everything can be built on. */
export const COMPLETE: Tools = {
  platform: 'linux',
  arch: 'x64',
  go: '1.26.8',
  python: { version: '3.11.7', hasVenv: true },
};

/** A folder that is gone after the tests of a file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'judges-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The recipe of that name. */
export function recipeNamed(name: string): Recipe {
  return RECIPES.find((recipe) => recipe.name === name)!;
}
