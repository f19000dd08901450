import type { Problem } from '../../../errors';
import { FunctionSize, functionOrigin, originOf, REQUIRED } from '../../../program';
import type { Functions, SettingProblem } from '../../../emit/serverless';
import { functionScaling } from './scaling';

/** A problem of a setting that platform or stack state for all. */
export interface WithheldSetting {
  readonly setting: string;
  readonly origin: string;
  readonly problem: Problem;
}

/** The first setting that is stated for all, and that a function which says nothing of it cannot have. */
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
        ...problem,
        code: 'MS7003',
        message: `${forAll.setting}, which ${forAll.origin} states for all, does not reach ${name}: ${problem.message}`,
        fix: `acknowledge this on the stack, or ${problem.fix}`,
      },
    };
  }
  return undefined;
}

/** Settings that a function cannot have: its own, and what the platform requires. */
export function functionSettingProblems(functions: Functions | undefined, facts: FunctionSize): Problem[] {
  const { name, settings: resolved } = facts;
  return settingProblems(functions, facts).map(({ settings, problem }) =>
    settings.some((setting) => originOf(resolved, setting) === REQUIRED)
      ? {
          ...problem,
          code: 'MS7004',
          message: `${name} cannot have what the platform requires: ${problem.message}`,
          fix:
            'switch on the feature of Knative that takes it, where there is one; require less, or run a ' +
            'Microservice',
        }
      : problem,
  );
}

function settingProblems(functions: Functions | undefined, facts: FunctionSize): SettingProblem[] {
  return [
    ...functionScaling(facts).map((problem) => ({
      settings: 'code' in problem && problem.code === 'MS7008' ? ['scaling'] : [],
      problem,
    })),
    ...(functions?._settingProblems(facts) ?? []),
  ];
}
