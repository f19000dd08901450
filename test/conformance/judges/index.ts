import { cacheFolder } from './cache';
import type { Data, Program } from './catalogue';
import { locate, missingAmong } from './locate';
import { askByRunning, findTools, Tools } from './tools';

export type { Data, Program } from './catalogue';

let found: Tools | undefined;

/** Looked for once in a process. */
function tools(): Tools {
  found ??= findTools(askByRunning);
  return found;
}

/**
 * The absolute path of a built judge.
 *
 * @throws ConformanceError where it is not built, or cannot be here
 */
export function programPath(name: Program): string {
  return locate(name, { cache: cacheFolder(), tools: tools() });
}

/**
 * The absolute path of gathered data: of a folder, or of the file `envoy-bootstrap`.
 *
 * @throws ConformanceError where it is not gathered, or cannot be here
 */
export function dataPath(name: Data): string {
  return locate(name, { cache: cacheFolder(), tools: tools() });
}

/** Obstacles to building or starting judges here, as a list of reasons for each judge. */
export function missing(
  names: readonly (Program | Data)[],
): readonly { readonly judge: string; readonly reason: string }[] {
  return missingAmong(names, tools());
}
