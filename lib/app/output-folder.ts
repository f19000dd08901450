import { isAbsolute, join, normalize, sep } from 'node:path';
import { MS0011, Problem } from '../errors';

/** Output folder of an app, with the problems of its path. */
export interface OutputFolder {
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Joins the folder of an app to the folder that the CLI gives. */
export function outputFolder(base: string, folder: string): OutputFolder {
  const below = normalize(folder);
  if (!isAbsolute(folder) && below !== '..' && !below.startsWith(`..${sep}`))
    return { path: join(base, folder), problems: [] };
  return {
    path: base,
    problems: [
      {
        definition: MS0011,
        message: 'the folder of an app must be below the output folder',
        given: `folder was '${folder}'`,
        allowed: 'a relative path that does not lead upwards',
        fix: "name a folder below, such as 'shop/production'; the output folder itself is given to the CLI",
      },
    ],
  };
}
