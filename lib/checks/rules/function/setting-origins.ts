import { Detail, evaluateRules, Problem } from '../../../errors';
import { FunctionSize, functionOrigin, originOf, REQUIRED } from '../../../program';
import type { Functions, SettingProblem } from '../../../emit/serverless';
import { MS7003 } from './ms7003';
import { MS7004, REQUIRE_LESS } from './ms7004';
import { MS7008_BOUNDS } from './ms7008';

/** A setting that platform or stack state for all, and that a function cannot have. */
export interface WithheldSetting {
  readonly setting: string;
  readonly origin: string;
  readonly problem: Problem;
}

/** The first setting that is stated for all, and that a function which does not state it itself cannot have. */
export function withheldSetting(functions: Functions | undefined, facts: FunctionSize): WithheldSetting | undefined {
  const { name, settings: resolved } = facts;
  for (const { settings, problem } of settingProblems(functions, facts)) {
    const origins = settings.map((setting) => ({ setting, origin: originOf(resolved, setting) }));
    if (origins.some(({ origin }) => origin === functionOrigin(name))) continue;
    const forAll = origins.find(({ origin }) => origin !== 'library' && origin !== REQUIRED);
    if (forAll === undefined) continue;
    return {
      ...forAll,
      problem: {
        definition: MS7003,
        ...detailOf(problem),
        message: `${forAll.setting}, which ${forAll.origin} states for all, does not reach ${name}: ${problem.message}`,
        fix: `acknowledge this on the stack, or ${problem.fix}`,
      },
    };
  }
  return undefined;
}

/** Settings that a function cannot have: its own, and those that the platform requires. */
export function functionSettingProblems(functions: Functions | undefined, facts: FunctionSize): Problem[] {
  const { name, settings: resolved } = facts;
  return settingProblems(functions, facts).map(({ settings, problem }) =>
    settings.some((setting) => originOf(resolved, setting) === REQUIRED)
      ? {
          definition: MS7004,
          ...detailOf(problem),
          message: `${name} cannot have a setting that the platform requires: ${problem.message}`,
          fix: REQUIRE_LESS,
        }
      : problem,
  );
}

function settingProblems(functions: Functions | undefined, facts: FunctionSize): SettingProblem[] {
  return [
    ...evaluateRules([MS7008_BOUNDS], facts).map((problem) => ({ settings: ['scaling'], problem })),
    ...(functions?._settingProblems(facts) ?? []),
  ];
}

function detailOf({ message, given, allowed, fix }: Problem): Detail {
  return { message, given, ...(allowed !== undefined && { allowed }), fix };
}
