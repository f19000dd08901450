import { repeated } from '../../../values';
import { Rule, Severity } from '../../../errors';
import { mainContainerOf, type Workload } from '../../../program';
import { isDnsLabel, suggestName } from '../../../emit/kubernetes';

/** Invalid or repeated name of a container. */
export const MS1006: Rule<Workload> = {
  code: 'MS1006',
  title: 'invalid or repeated name of a container',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Containers of a pod have names of their own, of at most 63 lower-case letters, digits and dashes. The main ' +
    'container has the name of the microservice.',
  reads: 'workload',

  evaluate: (facts) => {
    const main = mainContainerOf(facts);
    const names = facts.containers.map(({ name }) => name);
    return [
      ...names
        .filter((name) => name !== main && !isDnsLabel(name))
        .map((name) => ({
          message: 'Kubernetes refuses the name of a container',
          given: `the name was '${name}'`,
          allowed: 'at most 63 lower-case letters, digits and dashes, no dash at either end',
          fix: `name it '${suggestName(name)}'`,
        })),
      ...repeated(names).map((name) => ({
        message: 'two containers share a name',
        given: `'${name}' stands ` + `twice${name === main ? '; it is the name of the main container' : ''}`,
        allowed: 'a name of its own for each',
        fix: 'rename one of them',
      })),
    ];
  },
};
