import { join } from 'node:path';
import { ConformanceError } from '../errors';
import { isFinished } from './cache';
import type { Recipe } from './catalogue';
import { FOLDER } from './folder';
import { keyOf } from './key';
import { outputsOf, recipeFor } from './outputs';
import { reasonsAgainst } from './requirements';
import type { Tools } from './tools';

/** Folder and tools of the judges. */
export interface Place {
  readonly cache: string;
  readonly tools: Tools;
}

/** The name of the folder that a recipe fills as it is now. */
export function folderName(recipe: Recipe, tools: Tools): string {
  return `${recipe.name}-${keyOf(recipe, tools, FOLDER)}`;
}

/** Tells if the cache has the whole output of the current recipe. */
export function isBuilt(recipe: Recipe, { cache, tools }: Place): boolean {
  return isFinished(join(cache, folderName(recipe, tools)), Object.values(outputsOf(recipe)));
}

/**
 * The path of a program or of data.
 *
 * @throws ConformanceError where it is not built, or cannot be here
 */
export function locate(name: string, place: Place): string {
  const recipe = known(name);
  const output = outputsOf(recipe)[name];
  if (output === undefined) throw unknown(name);
  const reasons = reasonsAgainst(recipe, place.tools);
  if (reasons.length > 0) throw new ConformanceError(`${name} cannot be built here: ${reasons.join('; ')}`);
  if (!isBuilt(recipe, place)) throw new ConformanceError(`${name} is not built`, 'run `npm run judges`');
  return join(place.cache, folderName(recipe, place.tools), output);
}

/** Why each of the judges cannot be built or started here; those that can are not in it. */
export function missingAmong(
  names: readonly string[],
  tools: Tools,
): { readonly judge: string; readonly reason: string }[] {
  return names.flatMap((judge) => reasonsAgainst(known(judge), tools).map((reason) => ({ judge, reason })));
}

/**
 * The recipe of a program, of data, or of that name.
 *
 * @throws ConformanceError where there is none
 */
export function known(name: string): Recipe {
  const recipe = recipeFor(name);
  if (recipe === undefined) throw unknown(name);
  return recipe;
}

function unknown(name: string): ConformanceError {
  return new ConformanceError(`there is no judge ${name}`, 'the names stand in test/conformance/judges/catalogue.ts');
}
