import type { Problem } from '../../../errors';
import { isDnsLabel, suggestName } from '../../../emit/kubernetes';
import type { Workload } from '../../../program';
import { repeated, Rule } from '../../rule';

/** Containers can be told apart. */
export const containers: Rule<Workload> = (facts) => {
  const names = facts.containers.map(({ name }) => name);
  const refused = names
    .filter((name) => name !== facts.name && !isDnsLabel(name))
    .map((name): Problem => ({
      code: 'MS1006',
      message: 'Kubernetes refuses the name of a container',
      given: `the name was '${name}'`,
      allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
      fix: `name it '${suggestName(name)}'`,
    }));
  const twice = repeated(names).map((name): Problem => ({
    code: 'MS1006',
    message: 'two containers share a name',
    given:
      `'${name}' stands ` +
      `twice${name === facts.name ? '; the main container has the name of the microservice' : ''}`,
    allowed: 'a name of its own for each',
    fix: 'rename one of them',
  }));
  return [...refused, ...twice];
};
