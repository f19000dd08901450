import { MS0005, MS0006, Problem } from '../../../errors';
import type { FieldOwner } from '../../../program';
import { settingName } from '../../../values';
import { unknownFields } from '../fields/unknown-fields';
import { valueAt } from '../json-pointer';
import { changedSettings, SettingPath } from '../protected-fields';
import { MS0017, MS1027, MS6010 } from '../rules';
import type { AppliedPatch } from './followed-field';

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

/** Problems of one patch. A guard asserts something and need not change anything. */
export function problemsOfPatch(
  target: Target,
  patch: AppliedPatch,
  isGuard: boolean,
  { required, owned }: Guarded,
): Problem[] {
  const { text, before, after } = patch;
  const given = `the patch was ${text}`;
  const subject = `a patch of ${target.kind} ${target.name}`;
  const isUnchanged = !isGuard && JSON.stringify(before) === JSON.stringify(after);
  return [
    ...(isUnchanged ? [withoutEffect(subject, given)] : []),
    ...changedSettings(required, before, after).map((path): Problem => {
      const setting = settingName(path.join('.'));
      return {
        definition: MS1027,
        message: `${subject} changes a value that the platform requires (${setting})`,
        given,
        allowed: `patches of fields that ${setting} does not decide`,
        fix: 'leave it out, or have the platform require less',
      };
    }),
    ...owned
      .filter(({ path }) => valueAt(before, path) !== valueAt(after, path))
      .map(({ path, owner }): Problem => ({
        definition: MS6010,
        message: `${subject} sets a field that ${owner} decides (${path})`,
        given,
        allowed: `patches of other fields than ${path}`,
        fix: `leave it out, and state bounds to ${owner}`,
      })),
    ...newUnknownFields(patch).map(({ path, near }): Problem => ({
      definition: MS0017,
      message: `${subject} names an unknown field (${path})`,
      given,
      allowed: `fields of ${target.apiVersion} ${target.kind}`,
      fix: near === undefined ? 'remove it, or correct its path' : `did you mean ${near}?`,
    })),
  ];
}

/** The problem of a patch that throws. */
export function inapplicable({ kind, name }: Target, text: string, error: Error): Problem {
  const reason = error.message.split('\n')[0]!;
  return {
    definition: MS0006,
    message: `a patch of ${kind} ${name} cannot be applied`,
    given: `the patch was ${text}`,
    allowed: `a patch that fits the object (${reason})`,
    fix: 'compare its path with the rendered object',
  };
}

function withoutEffect(subject: string, given: string): Problem {
  return {
    definition: MS0005,
    message: `${subject} changes nothing`,
    given,
    fix: 'remove it, or name a field of the object: `kubectl explain` lists them',
  };
}

function newUnknownFields({ before, after }: AppliedPatch) {
  // Another kind is reported by itself.
  if (before['kind'] !== after['kind']) return [];
  const known = new Set(unknownFields(before).map(({ path }) => path));
  return unknownFields(after).filter(({ path }) => !known.has(path));
}
