import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bringUpToDate, Files, Journal, restore } from './write';

/** An app of an output folder. */
export interface Writer {
  /** Key in place of the app itself, so that the app can be garbage-collected. */
  readonly key: symbol;
  readonly name: string;
  /** Folder that is written as a whole or not at all. */
  readonly output: string;
  /** Folder of the app, at or below the output folder. */
  readonly folder: string;
}

/** Apps of this process that write to one output folder. */
interface Output {
  readonly failed: Set<symbol>;
  readonly written: Map<symbol, { readonly writer: Writer; readonly paths: ReadonlySet<string> }>;
  readonly heldBack: Map<symbol, { readonly writer: Writer; readonly files: Files }>;
  /** Content before this process wrote. */
  readonly journal: Journal;
}

/** Outputs by absolute path. */
const outputs = new Map<string, Output>();

/**
 * Writes the files of an app and of those held back, unless another app of the output has an error: then the app is
 * held back too, and false is returned.
 */
export function writeOutput(writer: Writer, files: Files): boolean {
  const output = outputOf(writer);
  output.failed.delete(writer.key);
  output.heldBack.set(writer.key, { writer, files });
  if (output.failed.size > 0) return false;
  for (const app of output.heldBack.values()) write(output, app.writer, app.files);
  output.heldBack.clear();
  return true;
}

/** Puts everything back that apps of the output wrote, since this one has an error. Returns the names of the others. */
export function holdOutput({ key, ...writer }: Writer): string[] {
  const output = outputOf(writer);
  const { failed, written, heldBack, journal } = output;
  failed.add(key);
  heldBack.delete(key);
  written.delete(key);
  const others = [...written.values()].filter((app) => !heldBack.has(app.writer.key));
  for (const app of others)
    heldBack.set(app.writer.key, { writer: app.writer, files: contents(app.writer.folder, app.paths) });
  written.clear();
  restore(journal, resolve(writer.output));
  return others.map((app) => app.writer.name);
}

function write({ written, journal }: Output, writer: Writer, files: Files): void {
  const folder = resolve(writer.folder);
  // Noted first: what is half written when the disk is full is put back too.
  written.set(writer.key, { writer, paths: new Set(files.keys()) });
  // An app never removes the files of another app.
  const kept = [...written.values()].filter((app) => resolve(app.writer.folder) === folder);
  const isOwn = (file: string, markedPath: string) => markedPath === file && !kept.some(({ paths }) => paths.has(file));
  bringUpToDate(folder, files, isOwn, journal);
}

function outputOf({ output }: Pick<Writer, 'output'>): Output {
  const path = resolve(output);
  const existing = outputs.get(path);
  if (existing !== undefined) return existing;
  const made: Output = { failed: new Set(), written: new Map(), heldBack: new Map(), journal: new Map() };
  outputs.set(path, made);
  return made;
}

function contents(folder: string, paths: ReadonlySet<string>): Files {
  return new Map([...paths].map((path) => [path, readFileSync(join(folder, path))]));
}
