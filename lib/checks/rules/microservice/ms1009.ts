import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { type Variable, repeatedBy } from '../../../values';
import { variablesOf } from './variables';

/** A variable is declared twice. */
export const MS1009: Rule<Workload> = {
  code: 'MS1009',
  title: 'a variable is declared twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'A container has two values for one variable, from `env`, from `envValues` or as the address of a callee. ' +
    'Remove one; `addressEnv` and `addresses` of a call name the variables of an address.',
  reads: 'workload',

  evaluate: (facts) =>
    variablesOf(facts).flatMap(({ container, variables }) =>
      repeatedBy(variables, ({ name }) => name).map(([name, same]) => ({
        message: `variable ${name} is declared twice`,
        given: `container ${container} has ${same.map(textOf).join(' and ')}`,
        allowed: 'one value for each name, whether from env, envValues or the address of a callee',
        fix: 'remove one of them, or state another name as addressEnv or among addresses of the call',
      })),
    ),
};

function textOf({ name, value, valueFrom }: Variable): string {
  return valueFrom === undefined ? `${name}='${value}'` : `${name} from ${Object.keys(valueFrom)[0]}`;
}
