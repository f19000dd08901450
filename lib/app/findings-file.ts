import { resolve } from 'node:path';
import { Finding, formatJson, shownText } from '../errors';
import { writeWhole } from './write';

/** Findings by file and by app, since a file holds those of all apps of the process. */
const reported = new Map<string, Map<symbol, readonly Finding[]>>();

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
  const path = resolve(file);
  const byWriter = reported.get(path) ?? new Map<symbol, readonly Finding[]>();
  reported.set(path, byWriter);
  byWriter.set(
    writer,
    folder === undefined ? findings : findings.map((finding) => ({ folder: shownText(folder), ...finding })),
  );
  writeWhole(path, formatJson([...byWriter.values()].flat()));
}
