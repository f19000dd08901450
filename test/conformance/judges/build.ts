import { fill } from './cache';
import type { Recipe } from './catalogue';
import { buildData } from './data';
import { buildGo } from './go';
import { folderName, isBuilt, Place } from './locate';
import { buildNpm } from './npm';
import { outputsOf } from './outputs';
import { buildPython } from './python';
import { reasonsAgainst } from './requirements';

/** Makes what a recipe describes in a folder, and says what it is at. */
export type Make = (recipe: Recipe, into: string, say: (what: string) => void) => void;

/** Results of the recipes, by name. */
export interface Outcome {
  readonly built: readonly string[];
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** By the tools of each ecosystem. */
export const makeWithTools: Make = (recipe, into, say) => {
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
};

/**
 * Builds what is not built yet, one after the other since each tool uses every core; one that fails keeps none of the
 * others back.
 */
export function buildAll(
  recipes: readonly Recipe[],
  place: Place,
  print: (line: string) => void,
  make: Make = makeWithTools,
): Outcome {
  const reasons = new Map(recipes.map((recipe) => [recipe, reasonsAgainst(recipe, place.tools).join('; ')]));
  const skipped = recipes.filter((recipe) => reasons.get(recipe) !== '');
  for (const line of skippedLines(skipped, reasons)) print(line);
  const open = recipes.filter((recipe) => reasons.get(recipe) === '' && !isBuilt(recipe, place));
  const failed = open.filter((recipe, index) => !buildOne(recipe, open.length - index - 1, place, print, make));
  return {
    built: names(open.filter((recipe) => !failed.includes(recipe))),
    failed: names(failed),
    skipped: names(skipped),
  };
}

function buildOne(
  recipe: Recipe,
  left: number,
  { cache, tools }: Place,
  print: (line: string) => void,
  make: Make,
): boolean {
  const start = performance.now();
  const after = () => `after ${((performance.now() - start) / 1000).toFixed(1)} s, ${left} left`;
  try {
    fill(cache, folderName(recipe, tools), Object.values(outputsOf(recipe)), (folder) =>
      make(recipe, folder, (what) => print(`${recipe.name}: building ${what}`)),
    );
    print(`${recipe.name}: done ${after()}`);
    return true;
  } catch (error) {
    print(`${recipe.name}: FAILED ${after()}\n  ${(error as Error).message}`);
    return false;
  }
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
