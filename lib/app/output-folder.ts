import { homedir } from 'node:os';
import { isAbsolute, join, normalize, parse, sep } from 'node:path';
import { MS0011, Problem } from '../errors';
import { isOwnName, realPathOf } from './disk';

/** Output folder of an app, with the problems of its path. */
export interface OutputFolder {
  /** Folder that the CLI or the program gives. */
  readonly base: string;
  /** Folder of the app, at or below the base. */
  readonly path: string;
  readonly problems: readonly Problem[];
}

/** Folder of an output that nobody names. */
export const DEFAULT_OUTPUT = 'dist';

const CONTROL = /\p{Cc}/u;

/** Joins the folder of an app to the folder that the CLI gives. */
export function outputFolder(base: string, folder: string | undefined): OutputFolder {
  const outside = base.trim() === '' || base.includes('\0') ? emptyOutput(base) : unfitOutput(base);
  const given = outside === undefined ? base : DEFAULT_OUTPUT;
  const inside = folder === undefined || isFolderBelow(folder) ? undefined : folderOutside(folder);
  return {
    base: given,
    path: inside === undefined ? join(given, folder ?? '') : given,
    problems: [outside, inside].filter((problem) => problem !== undefined),
  };
}

/** The problem of an extension that would make a path of the name of a file. */
export function extensionProblems(extension: string): Problem[] {
  if (!/[/\\]/.test(extension) && !CONTROL.test(extension)) return [];
  return [
    {
      definition: MS0011,
      message: 'the extension leads out of the folder of the app',
      given: `outputFileExtension was ${JSON.stringify(extension)}`,
      allowed: 'the end of a file name, without slashes and control characters',
      fix: "name an extension, such as '.yaml'",
    },
  ];
}

/** The words for a folder that is no output: a run would look through all of its files, which belong to others. */
export function widePlace(folder: string): string | undefined {
  const real = realPathOf(folder);
  if (real === parse(real).root) return 'the root of the disk';
  return real === realPathOf(homedir()) ? 'the home folder' : undefined;
}

function unfitOutput(base: string): Problem | undefined {
  const place = widePlace(base);
  return place === undefined
    ? undefined
    : {
        definition: MS0011,
        message: `the output folder is ${place}`,
        given: `outdir, or the environment variable CDK8S_OUTDIR, was '${base}'`,
        allowed: 'a folder for manifests',
        fix: `name a folder below; without outdir and CDK8S_OUTDIR it is '${DEFAULT_OUTPUT}'`,
      };
}

function isFolderBelow(folder: string): boolean {
  const below = normalize(folder);
  return (
    folder.trim() !== '' &&
    !isAbsolute(folder) &&
    below !== '..' &&
    !below.startsWith(`..${sep}`) &&
    !CONTROL.test(folder) &&
    !below.split(sep).some(isOwnName)
  );
}

function emptyOutput(base: string): Problem {
  return {
    definition: MS0011,
    message: 'the output folder has no name',
    given: `outdir, or the environment variable CDK8S_OUTDIR, was ${JSON.stringify(base)}`,
    allowed: 'the path of a folder',
    fix: `name the folder; without outdir and CDK8S_OUTDIR it is '${DEFAULT_OUTPUT}'`,
  };
}

function folderOutside(folder: string): Problem {
  return {
    definition: MS0011,
    message: 'the folder of an app must be below the output folder',
    given: `folder was ${CONTROL.test(folder) ? JSON.stringify(folder) : `'${folder}'`}`,
    allowed: 'a relative path that is not empty and does not lead upwards',
    fix: "name a folder below, such as 'shop/production'; the output folder itself is given to the CLI",
  };
}
