import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isServiceName, LONGEST_NAME, suggestName } from '../../../emit/kubernetes';

/** The name of a workload is too long. */
export const MS1002: Rule<Workload> = {
  code: 'MS1002',
  title: 'the name of a workload is too long',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Names have at most 52 characters: Kubernetes and this library append suffixes to them, and the whole must fit ' +
    'into 63.',
  reads: 'workload',

  evaluate: ({ name: id }) =>
    !isServiceName(id) || id.length <= LONGEST_NAME
      ? []
      : [
          {
            message: `the name has ${id.length} characters`,
            given: `the id was '${id}'`,
            allowed: `at most ${LONGEST_NAME}, so that suffixes fit into 63`,
            fix: `name it '${suggestName(id)}', or as you like within the grammar`,
          },
        ],
};
