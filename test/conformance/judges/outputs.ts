import { Recipe, RECIPES } from './catalogue';

/** Outputs of a recipe by name, as paths in its folder. */
export function outputsOf(recipe: Recipe): Record<string, string> {
  switch (recipe.from) {
    case 'go':
      return inBin(Object.keys(recipe.packages));
    case 'npm':
      return inBin(Object.keys(recipe.entries));
    case 'python':
      return inBin([recipe.name]);
    case 'data':
      return { [recipe.name]: recipe.path };
  }
}

/** The recipe that a program, data or the recipe itself is named by. */
export function recipeFor(name: string): Recipe | undefined {
  return RECIPES.find((recipe) => name in outputsOf(recipe)) ?? RECIPES.find((recipe) => recipe.name === name);
}

function inBin(programs: readonly string[]): Record<string, string> {
  return Object.fromEntries(programs.map((program) => [program, `bin/${program}`]));
}
