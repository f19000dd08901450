import type { Patch } from './patch';
import { ListIndex } from './list-index';
import { mergeInto } from './merge-patch';

type Json = Record<string, unknown>;

/** Fields of a version that differ from the object whose patches it follows. */
export type Kept = (object: Json) => Json;

/** A patch that throws. */
export interface FailedPatch {
  readonly patch: Patch;
  readonly error: Error;
}

/** An object before and after its patches. */
export interface Patching {
  /** The object before the first patch of its own. */
  readonly before: Json;
  readonly after: Json;
  /** Patches from `before` to `after`. */
  readonly applied: readonly Patch[];
  /** Patches of its own that changed nothing. */
  readonly idle: readonly Patch[];
  readonly failed: readonly FailedPatch[];
  readonly kept: Kept;
}

/** A patch with the object before and after it. */
export interface AppliedPatch {
  readonly text: string;
  readonly before: Json;
  readonly after: Json;
}

/** The state between two patches. */
interface State {
  object: Json;
  readonly lists: ListIndex;
  /** Fields that the patches of another object leave alone, until a patch of its own comes. */
  own?: Json;
}

/**
 * Applies patches to an object, one after the other, and changes the object of none but the result.
 *
 * The work is that of the patches, and that of the object once: not the one times the other.
 */
export function applyPatches(object: Json, patches: readonly Patch[], kept: Kept): Patching {
  const applied: Patch[] = [];
  const idle: Patch[] = [];
  const failed: FailedPatch[] = [];
  let state: State = { object: copyOf(object), lists: new ListIndex() };
  for (const patch of patches) {
    try {
      const isChanged = step(state, patch, kept);
      applied.push(patch);
      if (!isChanged && !patch.guards && !patch.follows) idle.push(patch);
    } catch (error) {
      if (!patch.follows) failed.push({ patch, error: error as Error });
      // A part of it may have been applied.
      state = { object: run(object, applied, kept), lists: new ListIndex() };
    }
  }
  restore(state);
  const first = applied.findIndex(({ follows }) => !follows);
  const leading = first < 0 ? applied.length : first;
  const before = leading === 0 ? object : run(object, applied.slice(0, leading), kept);
  return { before, after: state.object, applied: applied.slice(leading), idle, failed, kept };
}

/** The patches that change something, each alone: a half whose ends are equal holds none. */
export function changingPatches(
  { before, after, applied, kept }: Patching,
  differs: (before: Json, after: Json) => boolean,
): AppliedPatch[] {
  return search(before, after, applied);

  function search(start: Json, end: Json, patches: readonly Patch[]): AppliedPatch[] {
    if (patches.length === 0 || !differs(start, end)) return [];
    if (patches.length === 1) return patches[0]!.follows ? [] : [{ text: patches[0]!.text, before: start, after: end }];
    const half = patches.length >> 1;
    const middle = run(start, patches.slice(0, half), kept);
    return [...search(start, middle, patches.slice(0, half)), ...search(middle, end, patches.slice(half))];
  }
}

/** A copy of an object with patches that apply. */
function run(object: Json, patches: readonly Patch[], kept: Kept): Json {
  const state: State = { object: copyOf(object), lists: new ListIndex() };
  for (const patch of patches) step(state, patch, kept);
  restore(state);
  return state.object;
}

function step(state: State, patch: Patch, kept: Kept): boolean {
  if (patch.follows) state.own ??= copyOf(kept(state.object));
  else restore(state);
  const { object, isChanged } = patch.apply(state.object, state.lists);
  state.object = object;
  return isChanged;
}

function restore(state: State): void {
  if (state.own !== undefined) mergeInto(state.object, state.own, state.lists);
  delete state.own;
}

function copyOf(object: Json): Json {
  return JSON.parse(JSON.stringify(object)) as Json;
}
