import { resolve } from 'node:path';
import { bringUpToDate } from './write';

/** Files that apps of this process wrote, by absolute folder, so that an app never removes the files of another app. */
const writtenBy = new Map<string, Map<symbol, ReadonlySet<string>>>();

/** Brings the folder of an app up to date with its files. */
export function writeOutput(writer: symbol, folder: string, files: ReadonlyMap<string, string>): void {
  const path = resolve(folder);
  const byWriter = writtenBy.get(path) ?? new Map<symbol, ReadonlySet<string>>();
  writtenBy.set(path, byWriter);
  byWriter.set(writer, new Set(files.keys()));
  const kept = [...byWriter.values()];
  bringUpToDate(path, files, (file, markedPath) => markedPath === file && !kept.some((names) => names.has(file)));
}
