import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recipe } from './catalogue';
import { pinOf, readPins } from './pins';
import type { Tools } from './tools';

/** Raised when what is built from the same files is laid out differently. */
const LAYOUT = 1;

/** Identifies what comes out of a recipe: a hash of everything that it is made of. */
export function keyOf(recipe: Recipe, tools: Tools, folder: string): string {
  const made = JSON.stringify([LAYOUT, recipe, madeOf(recipe, tools, folder)]);
  return createHash('sha256').update(made).digest('hex').slice(0, 12);
}

function madeOf(recipe: Recipe, { go, python, platform, arch }: Tools, folder: string): unknown {
  switch (recipe.from) {
    case 'go':
      return [platform, arch, go, filesIn(join(folder, 'go', recipe.name))];
    case 'python':
      return [platform, arch, python?.version, readFileSync(join(folder, 'python', `${recipe.name}.txt`), 'utf8')];
    case 'npm':
      return [platform, arch, filesIn(join(folder, 'npm'))];
    // Only what is taken: the same files come out of whatever else the module asks for.
    case 'data':
      return recipe.sources.map(({ pins, module }) => pinOf(readPins(join(folder, 'go', pins)), module));
  }
}

/** The text of each file below a folder, sorted by path; what npm installs there for a look is none of it. */
function filesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('node_modules/'))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
}
