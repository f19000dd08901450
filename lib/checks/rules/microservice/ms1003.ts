import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { TAKEN_NAMES } from '../../../emit/kubernetes';

/** Every namespace has an object of the name already. */
export const MS1003: Rule<Workload> = {
  code: 'MS1003',
  title: 'every namespace has an object of the name already',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    "The objects of a workload have its name. Some names belong to objects that Kubernetes or the namespace's " +
    'baseline makes; the workload would overwrite them.',
  reads: 'workload',

  evaluate: ({ name: id }) =>
    !TAKEN_NAMES.includes(id)
      ? []
      : [
          {
            message: 'every namespace has an object of the name already',
            given: `the id was '${id}'`,
            allowed: `names other than ${TAKEN_NAMES.join(', ')}`,
            fix: 'name it after its purpose',
          },
        ],
};
