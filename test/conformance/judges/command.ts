import { parseArgs } from 'node:util';
import { ConformanceError } from '../errors';
import { buildAll } from './build';
import { cacheFolder, prune, removeUnfinished } from './cache';
import { RECIPES } from './catalogue';
import { folderName, known } from './locate';
import { reasonsAgainst } from './requirements';
import { askByRunning, findTools, Tools } from './tools';

// npm run judges -- [--prune] [judge …]: builds the named judges, or all, into the cache of this user.

/** Tells if all requested judges exist. In CI nothing may be skipped. */
async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    options: { prune: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const recipes = positionals.length === 0 ? RECIPES : [...new Set(positionals.map(known))];
  const place = { cache: cacheFolder(), tools: findTools(askByRunning) };
  removeUnfinished(place.cache);
  const { built, failed, skipped } = await buildAll(recipes, place, console.log);
  if (values.prune) {
    for (const name of prune(place.cache, (folder) => isCurrent(folder, place.tools))) console.log(`removed ${name}`);
  }
  const present = recipes.length - built.length - failed.length - skipped.length;
  console.log(
    `${built.length} built, ${present} were built before, ${failed.length} failed, ${skipped.length} skipped: ` +
      `${place.cache}`,
  );
  if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
  return failed.length === 0 && (skipped.length === 0 || process.env.CI !== 'true');
}

/** Tells if a folder is the current output of a recipe. Unknown without the recipe's tools. */
function isCurrent(folder: string, tools: Tools): boolean {
  return RECIPES.some(
    (recipe) =>
      folder === folderName(recipe, tools) ||
      (folder.startsWith(`${recipe.name}-`) && reasonsAgainst(recipe, tools).length > 0),
  );
}

main().then(
  (complete) => {
    process.exitCode = complete ? 0 : 1;
  },
  (error: Error) => {
    // parseArgs says by a TypeError what it was not told to expect.
    if (!(error instanceof ConformanceError || error instanceof TypeError)) throw error;
    const hint = error instanceof ConformanceError ? error.hint : undefined;
    console.error(hint === undefined ? error.message : `${error.message}\n  ${hint}`);
    process.exitCode = 2;
  },
);
