import { JsonPatch } from 'cdk8s';
import { copied } from '../../arguments';
import { fieldAt, resolves, valueAt } from './json-pointer';
import type { ListIndex } from './list-index';
import { mergeInto } from './merge-patch';

type Json = Record<string, unknown>;

interface Operation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
}

/** A patch, as cdk8s reads it. */
interface Stated {
  _toJson(): Operation;
}

/** One change of the final object, as it was stated. */
export interface Patch {
  readonly text: string;
  /** It asserts something and is not meant to change anything. */
  readonly guards: boolean;
  /** It is stated for another object, which reports its problems, and holds for this one too. */
  readonly follows?: boolean;
  /** Changes its argument. Where it throws, the argument may be changed in part. */
  readonly apply: (object: Json, lists: ListIndex) => Outcome;
}

/** An object with a patch. */
export interface Outcome {
  /** The argument, unless the patch puts another object in its place. */
  readonly object: Json;
  readonly isChanged: boolean;
}

/** Merges fields into an object. */
export function objectPatch(fields: Json): Patch {
  return {
    text: JSON.stringify(fields),
    guards: false,
    apply: (object, lists) => ({ object, isChanged: mergeInto(object, fields, lists) }),
  };
}

/** An operation of JSON Patch. */
export function jsonPatch(op: JsonPatch): Patch {
  const operation = copied((op as unknown as Stated)._toJson()) as Operation;
  const kept: Stated = { _toJson: () => operation };
  return {
    text: JSON.stringify(operation),
    guards: operation.op === 'test',
    apply: (object, lists) => {
      lists.forget();
      if (operation.op === 'replace' && !resolves(object, operation.path))
        throw new Error(`there is no ${operation.path}`);
      const before = touched(object, operation);
      const patched = JsonPatch.apply(object, kept as unknown as JsonPatch) as Json;
      return { object: patched, isChanged: before !== touched(patched, operation) };
    },
  };
}

/** Text of all that an operation may change: its value, and the length of its list; where values move, their lists. */
function touched(object: Json, { op, path, from }: Operation): string {
  const pointers = op === 'move' && from !== undefined ? [path, from] : [path];
  return JSON.stringify(
    pointers.map((pointer) => {
      const parent = fieldAt(object, pointer.slice(0, Math.max(0, pointer.lastIndexOf('/'))));
      if (!Array.isArray(parent)) return valueAt(object, pointer);
      return op === 'move' ? parent : [parent.length, valueAt(object, pointer)];
    }),
  );
}
