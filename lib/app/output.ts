import { join, relative, resolve, sep } from 'node:path';
import { claimFiles, dropClaims, otherOwnerOf } from './claims';
import { contentOf, folded, isAtOrBelow, realPathOf } from './disk';
import { METADATA_FILE } from './marker';
import { Journal, note, restore } from './restore';
import { say } from './say';
import type { Progress } from './progress';
import { Plan, Update, updateOutput } from './update';

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

/** Content by path, relative to the folder of the app and with `/`. */
export type Files = ReadonlyMap<string, string>;

/** Apps and constructs, by the path of the file that holds them. */
export type Owners = ReadonlyMap<string, string>;

interface App {
  readonly writer: Writer;
  readonly owners: Owners;
}

interface WrittenApp extends App {
  readonly paths: ReadonlySet<string>;
}

interface HeldApp extends App {
  readonly files: Files;
}

interface Metadata {
  readonly resources: Readonly<Record<string, unknown>>;
}

/** Apps of this process whose output folders are one, or stand one in the other: all of them write, or none. */
interface Output {
  /** Output folders without links. */
  readonly folders: readonly string[];
  readonly failed: Set<symbol>;
  readonly written: Map<symbol, WrittenApp>;
  readonly heldBack: Map<symbol, HeldApp>;
  /** Content before this process wrote, by output folder, in the order of the first writing. */
  readonly journals: Map<string, Journal>;
}

/** No folder of one stands in a folder of another one. */
const outputs = new Set<Output>();

/**
 * Writes the files of an app and of those held back, unless another app of the output has an error: then the app is
 * held back too, and undefined is returned.
 */
export function writeOutput(
  writer: Writer,
  files: Files,
  owners: Owners,
  progress?: Progress,
): readonly Plan[] | undefined {
  const output = outputOf(writer);
  output.failed.delete(writer.key);
  hold(output, { writer, files, owners });
  if (output.failed.size > 0) return undefined;
  const plans = [...output.heldBack.values()].map((app) => write(output, app, progress));
  output.heldBack.clear();
  return plans;
}

/** Puts everything back that apps of the output wrote, since this one has an error. Returns the names of the others. */
export function holdOutput({ key, ...writer }: Writer): string[] {
  const output = outputOf(writer);
  const { failed, written, heldBack, journals } = output;
  failed.add(key);
  heldBack.delete(key);
  written.delete(key);
  const others = [...written.values()].filter((app) => !heldBack.has(app.writer.key));
  for (const app of others) hold(output, { ...app, files: contents(app) });
  written.clear();
  dropClaims(key);
  restoreAll(journals);
  return others.map((app) => app.writer.name);
}

/** The app and construct that hold a file of this app too, in another app of the process; undefined where none does. */
export function otherOwner({ key, folder }: Writer, path: string): string | undefined {
  return otherOwnerOf(key, folder, path);
}

/** Puts every output back, since the program fails after an app has written: its output is not whole. */
function undoOutputs(): void {
  for (const { journals, written } of outputs) {
    if ([...journals.values()].every(({ size }) => size === 0)) continue;
    const names = [...written.values()].map((app) => app.writer.name).join(', ');
    try {
      restoreAll(journals);
      written.clear();
      say(process.stderr, `${names}: put back as it was, because the program failed`);
    } catch (error) {
      say(process.stderr, `${names} cannot be put back: ${(error as Error).message}`);
    }
  }
}

/** Undoes what was written: a file of two folders was noted first in the one that wrote first. */
function restoreAll(journals: ReadonlyMap<string, Journal>): void {
  for (const [folder, journal] of [...journals].reverse()) restore(journal, folder);
}

function hold({ heldBack }: Output, app: HeldApp): void {
  const { key, folder } = app.writer;
  heldBack.set(key, app);
  claimFiles(key, folder, app.owners, () => outputOf(app.writer).heldBack.has(key));
}

function write({ written, journals }: Output, app: HeldApp, progress?: Progress): Plan {
  const { writer, files, owners } = app;
  const output = realPathOf(writer.output);
  const prefix = relative(resolve(writer.output), resolve(writer.folder)).split(sep).join('/');
  const place = (path: string) => (prefix === '' ? path : `${prefix}/${path}`);
  // An app never removes the files of another app, and shares with it the file for validation plugins.
  const others = [...written.values()].filter(
    (other) => other.writer.key !== writer.key && realPathOf(other.writer.folder) === realPathOf(writer.folder),
  );
  const stays = new Set(others.flatMap((other) => [...other.paths].map(place)));
  const shared = stays.has(place(METADATA_FILE)) ? contentOf(join(output, place(METADATA_FILE))) : undefined;
  const content = (path: string, text: string) =>
    path === METADATA_FILE && shared !== undefined ? mergedMetadata(shared.toString(), text) : text;
  const update: Update = {
    files: new Map([...files].map(([path, text]) => [place(path), { app: prefix, content: content(path, text) }])),
    apps: [prefix],
    replaces: (of) => of === prefix,
    keeps: (path) => stays.has(path),
    progress,
  };
  // Of an earlier app with a file of this one, the file is gone: it is not put back in the place of this one.
  const displaced = others.filter((other) => [...owners.keys()].some((path) => other.owners.has(path)));
  for (const other of displaced) written.delete(other.writer.key);
  // Noted first: what is half written when the disk is full is put back too.
  written.set(writer.key, { writer, owners, paths: new Set(files.keys()) });
  claimFiles(writer.key, writer.folder, owners, () => false);
  return updateOutput(output, update, (plan) => {
    const journal = journals.get(output) ?? new Map();
    journals.set(output, journal);
    note(journal, output, plan);
  });
}

/** The output of an app. A folder around those of two outputs makes them one. */
function outputOf({ output }: Pick<Writer, 'output'>): Output {
  const folder = realPathOf(output);
  const joined = [...outputs].filter(({ folders }) =>
    folders.some((each) => isOneInOther(folded(each), folded(folder))),
  );
  const [only] = joined;
  if (joined.length === 1 && only!.folders.includes(folder)) return only!;
  const made: Output = {
    folders: [...new Set([...joined.flatMap(({ folders }) => folders), folder])],
    failed: new Set(joined.flatMap(({ failed }) => [...failed])),
    written: new Map(joined.flatMap(({ written }) => [...written])),
    heldBack: new Map(joined.flatMap(({ heldBack }) => [...heldBack])),
    journals: new Map(joined.flatMap(({ journals }) => [...journals])),
  };
  if (outputs.size === 0) process.once('uncaughtExceptionMonitor', undoOutputs);
  for (const each of joined) outputs.delete(each);
  outputs.add(made);
  return made;
}

function isOneInOther(one: string, other: string): boolean {
  return isAtOrBelow(one, other) || isAtOrBelow(other, one);
}

/** The files of an app that are still there. */
function contents({ writer, paths }: WrittenApp): Files {
  const found = [...paths].map((path) => ({ path, content: contentOf(join(writer.folder, path)) }));
  return new Map(found.flatMap(({ path, content }) => (content === undefined ? [] : [[path, content.toString()]])));
}

/** Joins the files for validation plugins of two apps. */
function mergedMetadata(theirs: string, ours: string): string {
  const [{ resources: earlier }, metadata] = [theirs, ours].map((text) => JSON.parse(text)) as [Metadata, Metadata];
  return JSON.stringify({ ...metadata, resources: { ...earlier, ...metadata.resources } });
}
