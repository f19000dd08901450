import { MS0005, MS0006, Problem } from '../../../errors';
import type { FieldOwner } from '../../../program';
import { settingName } from '../../../values';
import { unknownFields } from '../fields/unknown-fields';
import { valueAt } from '../json-pointer';
import { changedSettings, SettingPath } from '../protected-fields';
import { MS0017, MS1027, MS6010 } from '../rules';
import { changingPatches, type Patching } from '../patching';

type Json = Record<string, unknown>;

/** The object of a patch. */
interface Target {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/** Fields that patches leave alone: those that the platform requires, and those that a controller changes. */
interface Guarded {
  readonly required: readonly SettingPath[];
  readonly owned: readonly Pick<FieldOwner, 'path' | 'owner'>[];
}

/** Problems of the patches of an object, each by itself. */
export function problemsOfPatches(target: Target, patching: Patching, { required, owned }: Guarded): Problem[] {
  const subject = `a patch of ${target.kind} ${target.name}`;
  const ownedChanges = (before: Json, after: Json) =>
    owned.filter(({ path }) => valueAt(before, path) !== valueAt(after, path));
  const requiredChanges = (before: Json, after: Json) => changedSettings(required, before, after);
  return [
    ...patching.failed.map(({ patch, error }) => inapplicable(target, patch.text, error)),
    ...patching.idle.map(({ text }) => withoutEffect(subject, text)),
    ...changes(patching, requiredChanges, (path, text): Problem => {
      const setting = settingName(path.join('.'));
      return {
        definition: MS1027,
        message: `${subject} changes a value that the platform requires (${setting})`,
        given: given(text),
        allowed: `patches of fields that ${setting} does not decide`,
        fix: 'leave it out, or have the platform require less',
      };
    }),
    ...changes(patching, ownedChanges, ({ path, owner }, text) => ({
      definition: MS6010,
      message: `${subject} sets a field that ${owner} decides (${path})`,
      given: given(text),
      allowed: `patches of other fields than ${path}`,
      fix: `leave it out, and state bounds to ${owner}`,
    })),
    ...changes(patching, newUnknownFields, ({ path, near }, text) => ({
      definition: MS0017,
      message: `${subject} names an unknown field (${path})`,
      given: given(text),
      allowed: `fields of ${target.apiVersion} ${target.kind}`,
      fix: near === undefined ? 'remove it, or correct its path' : `did you mean ${near}?`,
    })),
  ];
}

/** A problem for each change of each patch. */
function changes<T>(
  patching: Patching,
  changed: (before: Json, after: Json) => readonly T[],
  problem: (change: T, text: string) => Problem,
): Problem[] {
  return changingPatches(patching, (before, after) => changed(before, after).length > 0).flatMap(
    ({ text, before, after }) => changed(before, after).map((change) => problem(change, text)),
  );
}

/** The problem of a patch that throws. */
function inapplicable({ kind, name }: Target, text: string, error: Error): Problem {
  const reason = error.message.split('\n')[0]!;
  return {
    definition: MS0006,
    message: `a patch of ${kind} ${name} cannot be applied`,
    given: given(text),
    allowed: `a patch that fits the object (${reason})`,
    fix: 'compare its path with the rendered object',
  };
}

function withoutEffect(subject: string, text: string): Problem {
  return {
    definition: MS0005,
    message: `${subject} changes nothing`,
    given: given(text),
    fix: 'remove it, or name a field of the object: `kubectl explain` lists them',
  };
}

function given(text: string): string {
  return `the patch was ${text}`;
}

function newUnknownFields(before: Json, after: Json) {
  const known = new Set(unknownFields(before).map(({ path }) => path));
  return unknownFields(after).filter(({ path }) => !known.has(path));
}
