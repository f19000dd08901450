import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isVariableName, variablesOf } from './variables';

/** Kubernetes refuses the name of a variable. */
export const MS1010: Rule<Workload> = {
  code: 'MS1010',
  title: 'Kubernetes refuses the name of a variable',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Names of variables hold letters, digits, dashes, dots and underscores, do not begin with a digit or with two ' +
    'dots, and are not a single dot. Kubernetes 1.34 and newer accept more; the rule of the oldest supported ' +
    'version holds.',
  reads: 'workload',

  evaluate: (facts) =>
    variablesOf(facts).flatMap(({ container, variables }) =>
      [...new Set(variables.map(({ name }) => name).filter((name) => !isVariableName(name)))].map((name) => ({
        message: 'Kubernetes refuses the name of a variable',
        given: `container ${container} has '${name}'`,
        allowed: 'letters, digits, dashes, dots and underscores, no digit and no two dots first',
        fix: 'correct the name',
      })),
    ),
};
