import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isServiceName, suggestName } from '../../../emit/kubernetes';

/** Kubernetes refuses the name of a workload. */
export const MS1001: Rule<Workload> = {
  code: 'MS1001',
  title: 'Kubernetes refuses the name of a workload',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The id is the name of the Service, so it follows RFC 1035: lower-case letters, digits and dashes, a letter ' +
    'first and no dash last.',
  reads: 'workload',

  evaluate: ({ name: id }) =>
    isServiceName(id)
      ? []
      : [
          {
            message: 'Kubernetes refuses the name',
            given: `the id was '${id}'`,
            allowed: 'lower-case letters, digits and dashes, a letter first, no dash last',
            fix: `name it '${suggestName(id)}', or as you like within the grammar`,
          },
        ],
};
