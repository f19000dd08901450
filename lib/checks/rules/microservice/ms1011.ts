import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { circularReferences } from '../../../values';
import { variablesOf } from './variables';

/** Variables refer to each other in a circle. */
export const MS1011: Rule<Workload> = {
  code: 'MS1011',
  title: 'variables refer to each other in a circle',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Kubernetes leaves `$(NAME)` unexpanded where the variable `NAME` stands behind the reference, and no order of ' +
    'a circle avoids that. Write one of the values out; `$$(NAME)` stands for the text `$(NAME)`.',
  reads: 'workload',

  evaluate: (facts) =>
    variablesOf(facts).flatMap(({ container, variables }) =>
      circularReferences(variables).map((circle) => ({
        message: 'variables refer to each other in a circle',
        given: `container ${container} has ${[...circle, circle[0]].join(' -> ')}`,
        allowed: 'references to variables that do not lead back',
        fix: 'write one of the values out; `$$(NAME)` stands for the text $(NAME)',
      })),
    ),
};
