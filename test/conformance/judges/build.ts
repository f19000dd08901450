import { fill } from './cache';
import type { GoRecipe, Recipe } from './catalogue';
import { buildData } from './data';
import { buildGo, downloadModules } from './go';
import { folderName, isBuilt, Place } from './locate';
import { buildNpm } from './npm';
import { outputsOf } from './outputs';
import { buildPython } from './python';
import { reasonsAgainst } from './requirements';

/** How recipes are made. */
export interface Builder {
  /** Makes what a recipe describes in a folder, and says what it is at. */
  make(recipe: Recipe, into: string, say: (what: string) => void): Promise<void>;
  /** Downloads what a Go module is built from. */
  download(recipe: GoRecipe): Promise<void>;
}

/** Results of the recipes, by name. */
export interface Outcome {
  readonly built: readonly string[];
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** By the tools of each ecosystem. */
export const TOOLS: Builder = {
  make(recipe, into, say) {
    switch (recipe.from) {
      case 'go':
        return buildGo(recipe, into, say);
      case 'python':
        return buildPython(recipe, into, say);
      case 'npm':
        return buildNpm(recipe, into, say);
      case 'data':
        return buildData(recipe, into, say);
    }
  },
  download: downloadModules,
};

/**
 * Builds what is not built yet; one that fails keeps none of the others back.
 *
 * Go builds one recipe after the other, since each uses every core. What waits for the network goes on beside it:
 * recipes that are only downloaded, and the modules of the next ones.
 */
export async function buildAll(
  recipes: readonly Recipe[],
  place: Place,
  print: (line: string) => void,
  builder: Builder = TOOLS,
): Promise<Outcome> {
  const reasons = new Map(recipes.map((recipe) => [recipe, reasonsAgainst(recipe, place.tools).join('; ')]));
  const skipped = recipes.filter((recipe) => reasons.get(recipe) !== '');
  for (const line of skippedLines(skipped, reasons)) print(line);
  const open = recipes.filter((recipe) => reasons.get(recipe) === '' && !isBuilt(recipe, place));
  const [compiled, others] = [open.filter(isCompiled), open.filter((recipe) => !isCompiled(recipe))];
  const failed = new Set<Recipe>();
  let left = open.length;
  const build = async (recipe: Recipe) => {
    const end = () => `after ${seconds(start)} s, ${(left -= 1)} left`;
    const start = performance.now();
    try {
      await buildOne(recipe, place, print, builder);
      print(`${recipe.name}: done ${end()}`);
    } catch (error) {
      failed.add(recipe);
      print(`${recipe.name}: FAILED ${end()}\n  ${(error as Error).message}`);
    }
  };
  await Promise.all([
    inTurn(compiled, build),
    inTurn(others, build),
    // The build says it again where something cannot be downloaded.
    inTurn(compiled, (recipe) => builder.download(recipe).catch(() => undefined)),
  ]);
  return {
    built: names(open.filter((recipe) => !failed.has(recipe))),
    failed: names(open.filter((recipe) => failed.has(recipe))),
    skipped: names(skipped),
  };
}

async function buildOne(
  recipe: Recipe,
  { cache, tools }: Place,
  print: (line: string) => void,
  builder: Builder,
): Promise<void> {
  const say = (what: string) => print(`${recipe.name}: building ${what}`);
  await fill(cache, folderName(recipe, tools), Object.values(outputsOf(recipe)), (folder) =>
    builder.make(recipe, folder, say),
  );
}

function isCompiled(recipe: Recipe): recipe is GoRecipe {
  return recipe.from === 'go';
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (const item of items) await work(item);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

/** A line for each reason, with all that it keeps back. */
function skippedLines(recipes: readonly Recipe[], reasons: ReadonlyMap<Recipe, string>): string[] {
  return [...new Set(recipes.map((recipe) => reasons.get(recipe)))].map(
    (reason) =>
      `${recipes
        .filter((recipe) => reasons.get(recipe) === reason)
        .flatMap((recipe) => Object.keys(outputsOf(recipe)))
        .join(', ')}: skipped. ${reason}`,
  );
}

function names(recipes: readonly Recipe[]): string[] {
  return recipes.map(({ name }) => name);
}
