import { basename, join, resolve } from 'node:path';
import { Finding, formatJson, MS0010, MS0011, Problem, shownText } from '../errors';
import { folded, isOwnName, realPathOf } from './disk';
import { readInventory } from './inventory';
import { writeWhole } from './write';

/** Findings by file and by app, since a file holds those of all apps of the process. */
const reported = new Map<string, Map<symbol, readonly Finding[]>>();

/** Variable that names the file where no prop does. */
export const FINDINGS_FILE = 'CDK8S_FINDINGS_FILE';

/** The problem of a findings file without a name: most often, a variable of a script is unset. */
export function namelessFile(file: string | undefined): Problem[] {
  if (file === undefined || (file.trim() !== '' && !file.includes('\0'))) return [];
  return [
    {
      definition: MS0011,
      message: 'the findings file has no name',
      given: `findingsFile, or the environment variable ${FINDINGS_FILE}, was ${JSON.stringify(file)}`,
      allowed: 'the path of a file',
      fix: `name the file, or unset ${FINDINGS_FILE}: without it, no file is written`,
    },
  ];
}

/** The problem of a findings file, this one or that of an earlier app, that is one of the files of an output. */
export function overwrittenFile(
  file: string | undefined,
  output: string,
  files: () => readonly string[],
): Problem | undefined {
  const places = [...reported.keys(), ...(file === undefined ? [] : [resolve(file)])];
  if (places.length === 0) return undefined;
  const taken = new Set([...files(), ...writtenBefore(output)].map(placeOf));
  const both = places.find((place) => taken.has(placeOf(place)) || isOwnName(basename(place)));
  return both === undefined
    ? undefined
    : {
        definition: MS0010,
        message: 'the findings file is a file of the output too',
        given: both,
        allowed: 'a file that no run writes to the output',
        fix: `name another file in findingsFile or ${FINDINGS_FILE}, such as findings.json beside the output folder`,
      };
}

function writtenBefore(output: string): string[] {
  try {
    return [...readInventory(output).keys()].map((path) => join(output, path));
  } catch {
    // Reported where the output is written.
    return [];
  }
}

function placeOf(path: string): string {
  return folded(realPathOf(path));
}

/**
 * Writes the findings of an app to a file, together with those of the other apps of this process.
 *
 * Each finding names the folder of its app.
 */
export function writeFindings(
  file: string,
  writer: symbol,
  folder: string | undefined,
  findings: readonly Finding[],
): void {
  if (namelessFile(file).length > 0) return;
  const path = resolve(file);
  const byWriter = reported.get(path) ?? new Map<symbol, readonly Finding[]>();
  reported.set(path, byWriter);
  byWriter.set(
    writer,
    folder === undefined ? findings : findings.map((finding) => ({ folder: shownText(folder), ...finding })),
  );
  writeWhole(path, formatJson([...byWriter.values()].flat()));
}
