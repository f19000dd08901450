import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { nameOf, PERMISSIONS, refuseLinks, removeEmpty, replaceable, stateOf } from './disk';
import { isInside } from './inventory';
import { SILENT } from './progress';

/** A change of one file of a folder. */
export interface Change {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** New content; undefined where the file is removed. */
  readonly content?: string | Uint8Array;
  /** Permissions of a file that is not there. */
  readonly mode?: number;
}

/** Result of the recovery of a switch that was interrupted: the new output stands, or the old one. */
export type Recovered = 'finished' | 'undone';

type Action = 'add' | 'replace' | 'remove';

interface Step {
  readonly path: string;
  readonly action: Action;
}

const STATE = '.cdk8s-microservice.switch';
const JOURNAL = 'journal.json';
/** Name of the journal while its steps are undone. */
const UNDO = 'undo.json';

/**
 * Changes files of a folder, all or none. The caller holds the lock of the folder and has recovered it.
 *
 * New content and the old files are put beside the output first, then the journal, whose name is the point of no
 * return. From there on, a process that is killed is finished by the next one. An operation that fails is undone.
 *
 * @throws Error where the changes cannot be made; the old files stand
 */
export function switchFiles(folder: string, changes: readonly Change[], progress = SILENT): void {
  if (changes.length === 0) return;
  const state = join(folder, STATE);
  let steps: readonly Step[];
  try {
    mkdirSync(state);
    const staged = progress.counting('writing', changes.length, 'files');
    steps = changes.map((change, at) => {
      staged();
      return stage(folder, change, at);
    });
    writeFileSync(join(state, `${JOURNAL}.new`), JSON.stringify(steps));
    renameSync(join(state, `${JOURNAL}.new`), join(state, JOURNAL));
  } catch (error) {
    discard(folder);
    throw error;
  }
  complete(folder, steps);
}

/** Finishes or undoes a switch that was interrupted. Undefined where there was none. The caller holds the lock. */
export function recover(folder: string): Recovered | undefined {
  if (!isInterrupted(folder)) return undefined;
  const undone = stepsIn(folder, UNDO);
  const steps = undone ?? stepsIn(folder, JOURNAL);
  if (undone !== undefined) undo(folder, undone);
  else if (steps !== undefined) complete(folder, steps);
  discard(folder);
  return undone === undefined && steps !== undefined ? 'finished' : 'undone';
}

/**
 * Tells if a switch of a folder was interrupted, or is under way.
 *
 * @throws Error where something else has the name of its files
 */
export function isInterrupted(folder: string): boolean {
  const stats = stateOf(join(folder, STATE));
  if (stats !== undefined && !stats.isDirectory())
    throw new Error(`${join(folder, STATE)} is ${stats.isFile() ? 'a file' : nameOf(stats)}, not a folder: remove it`);
  return stats !== undefined;
}

function stage(folder: string, { path, content, mode }: Change, at: number): Step {
  if (content === undefined) return { path, action: 'remove' };
  const staged = placeOf(folder, 'new', at);
  const old = replaceable(join(folder, path));
  writeFileSync(staged, content, { flag: 'wx' });
  if (old === undefined) {
    if (mode !== undefined) chmodSync(staged, mode & PERMISSIONS);
    return { path, action: 'add' };
  }
  if (old.isFile()) resemble(staged, old);
  keep(join(folder, path), placeOf(folder, 'old', at));
  return { path, action: 'replace' };
}

function complete(folder: string, steps: readonly Step[]): void {
  try {
    apply(folder, steps);
  } catch (error) {
    renameSync(join(folder, STATE, JOURNAL), join(folder, STATE, UNDO));
    undo(folder, steps);
    discard(folder);
    throw error;
  }
  discard(folder);
}

/** Each step is done once, also where this is called again. Removals come first: `Team` may make room for `team`. */
function apply(folder: string, steps: readonly Step[]): void {
  for (const [at, { path, action }] of steps.entries()) {
    const old = placeOf(folder, 'old', at);
    if (action === 'remove' && !exists(old) && exists(join(folder, path))) renameSync(join(folder, path), old);
  }
  for (const [at, { path, action }] of steps.entries()) {
    const staged = placeOf(folder, 'new', at);
    if (action !== 'remove' && exists(staged)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(staged, join(folder, path));
    }
  }
  for (const { path, action } of steps) if (action === 'remove') removeEmpty(dirname(join(folder, path)), folder);
}

function undo(folder: string, steps: readonly Step[]): void {
  for (const [at, { path, action }] of steps.entries()) {
    const file = join(folder, path);
    const old = placeOf(folder, 'old', at);
    if (action === 'add') {
      if (!exists(placeOf(folder, 'new', at))) rmSync(file, { force: true });
      removeEmpty(dirname(file), folder);
    } else if (exists(old)) {
      mkdirSync(dirname(file), { recursive: true });
      renameSync(old, file);
    }
  }
}

/** Removes what a switch put beside the output. What stays, the next run removes: the output is whole without it. */
function discard(folder: string): void {
  try {
    rmSync(join(folder, STATE, JOURNAL), { force: true });
    rmSync(join(folder, STATE), { recursive: true, force: true });
  } catch {
    // The output itself stands as it should.
  }
}

/** Keeps a file under a second name, so that the first can be replaced in one operation. */
function keep(file: string, copy: string): void {
  try {
    linkSync(file, copy);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    // Some file systems have no second names.
    copyFileSync(file, copy);
  }
}

/** Gives a file the permissions of another one, and its owner where that is allowed. */
function resemble(file: string, { mode, uid, gid }: Stats): void {
  chmodSync(file, mode & PERMISSIONS);
  const own = stateOf(file)!;
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(file, uid, gid);
    chmodSync(file, mode & PERMISSIONS);
  } catch {
    // Only the superuser gives files away.
  }
}

function stepsIn(folder: string, journal: string): readonly Step[] | undefined {
  const file = join(folder, STATE, journal);
  if (stateOf(file)?.isFile() !== true) return undefined;
  const steps = JSON.parse(readFileSync(file, 'utf8')) as readonly Step[];
  const strange = steps.find(({ path }) => !isInside(path));
  if (strange === undefined) {
    for (const { path } of steps) refuseLinks(folder, path);
    return steps;
  }
  throw new Error(`${file} leads to ${strange.path}, out of the folder: remove ${join(folder, STATE)}`);
}

function placeOf(folder: string, kind: 'new' | 'old', at: number): string {
  return join(folder, STATE, `${kind}-${at}`);
}

function exists(path: string): boolean {
  return stateOf(path) !== undefined;
}
