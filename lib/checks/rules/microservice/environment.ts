import type { Problem } from '../../../errors';
import { addressVariables, Workload } from '../../../program';
import { circularReferences, ContainerFacts, Variable } from '../../../values';
import { repeated, Rule } from '../../rule';

/** Variables have names that Kubernetes accepts, one value each, and refer to each other without a circle. */
export const environment: Rule<Workload> = (facts) => {
  const addresses = addressVariables(facts.outbound);
  return facts.containers.flatMap((container) => variables(container, [...container.variables, ...addresses]));
};

function variables({ name: container }: ContainerFacts, all: readonly Variable[]): Problem[] {
  const names = all.map(({ name }) => name);
  const refused = [...new Set(names)]
    .filter((name) => !isVariableName(name))
    .map((name): Problem => ({
      code: 'MS1010',
      message: 'Kubernetes refuses the name of a variable',
      given: `container ${container} has '${name}'`,
      allowed: 'letters, digits, dashes, dots and underscores, no digit and no two dots first',
      fix: 'correct the name',
    }));
  const twice = repeated(names).map((name): Problem => ({
    code: 'MS1009',
    message: `variable ${name} is declared twice`,
    given: `container ${container} has ${all
      .filter((variable) => variable.name === name)
      .map(text)
      .join(' and ')}`,
    allowed: 'one value for each name, whether from env, envValues or the address of a callee',
    fix: 'remove one of them, or state another addressEnv for the call',
  }));
  const circles = circularReferences(all).map((circle): Problem => ({
    code: 'MS1011',
    message: 'variables refer to each other in a circle',
    given: `container ${container} has ${[...circle, circle[0]].join(' -> ')}`,
    allowed: 'references to variables that do not lead back',
    fix: 'write one of the values out; `$$(NAME)` stands for the text $(NAME)',
  }));
  return [...refused, ...twice, ...circles];
}

/** The strictest rule among the supported versions; the newest accept all printable characters but `=`. */
export function isVariableName(name: string): boolean {
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== '.' && !name.startsWith('..');
}

function text({ name, value, valueFrom }: Variable): string {
  return valueFrom === undefined ? `${name}='${value}'` : `${name} from ${Object.keys(valueFrom)[0]}`;
}
