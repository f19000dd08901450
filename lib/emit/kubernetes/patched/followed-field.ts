import { MS1040 } from '../rules';
import type { Problem } from '../../../errors';

/** An object as it is rendered. */
export type Json = Record<string, any>;

/** A field of an object that other objects follow from. */
export interface FollowedField {
  /** Path of the field, as findings name it. */
  readonly field: string;
  /** Objects that follow from it, in the words of findings. */
  readonly followers: string;
  /** Statement to make instead of the patch. */
  readonly fix: string;
  readonly value: (object: Json) => unknown;
}

/**
 * Reports the fields that differ between two forms of an object and that other objects follow from.
 *
 * `patches` gives the texts of the patches that change a value.
 */
export function followedChanges(
  what: string,
  fields: readonly FollowedField[],
  [before, after]: readonly [Json, Json],
  patches: (differs: (before: Json, after: Json) => boolean) => readonly string[],
): Problem[] {
  return fields
    .filter((each) => differs(each, before, after))
    .map((each) => ({
      definition: MS1040,
      message: `a patch of ${what} changes ${each.field}, and ${each.followers} follow from it`,
      given:
        `it was ${described(each.value(before))} and is ${described(each.value(after))}; the patch was ` +
        patches((one, other) => differs(each, one, other)).join(', then '),
      allowed: `patches of other fields than ${each.field}`,
      fix: each.fix,
    }));
}

function differs({ value }: FollowedField, one: Json, other: Json): boolean {
  return JSON.stringify(value(one)) !== JSON.stringify(value(other));
}

function described(value: unknown): string {
  return value === undefined || value === null ? 'not there' : JSON.stringify(value);
}
