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

/** A patch that was applied to an object. */
export interface AppliedPatch {
  readonly text: string;
  readonly before: Json;
  readonly after: Json;
}

/** Reports the fields that patches change and that other objects follow from. */
export function followedChanges(
  what: string,
  fields: readonly FollowedField[],
  patches: readonly AppliedPatch[],
): Problem[] {
  const [first, last] = [patches[0]?.before, patches.at(-1)?.after];
  if (first === undefined || last === undefined) return [];
  return fields
    .filter((each) => differs(each, first, last))
    .map((each) => ({
      definition: MS1040,
      message: `a patch of ${what} changes ${each.field}, and ${each.followers} follow from it`,
      given:
        `it was ${described(each.value(first))} and is ${described(each.value(last))}; the patch was ` +
        patches
          .filter(({ before, after }) => differs(each, before, after))
          .map(({ text }) => text)
          .join(', then '),
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
