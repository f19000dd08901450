import { isServiceName, LONGEST_NAME, suggestName, TAKEN_NAMES } from '../../../emit/kubernetes';
import type { Workload } from '../../../program';
import type { Rule } from '../../rule';

/** Kubernetes accepts the name, and its suffixes fit behind it. */
export const name: Rule<Workload> = ({ name: id }) => {
  const given = `the id was '${id}'`;
  const fix = `name it '${suggestName(id)}', or as you like within the grammar`;
  if (!isServiceName(id)) {
    return [
      {
        code: 'MS1001',
        message: 'Kubernetes refuses the name',
        given,
        allowed: 'lower-case letters, digits and dashes, a letter first, no dash last',
        fix,
      },
    ];
  }
  if (id.length > LONGEST_NAME) {
    return [
      {
        code: 'MS1002',
        message: `the name has ${id.length} characters`,
        given,
        allowed: `at most ${LONGEST_NAME}, so that suffixes fit into 63`,
        fix,
      },
    ];
  }
  if (TAKEN_NAMES.includes(id)) {
    return [
      {
        code: 'MS1003',
        message: 'every namespace has an object of the name already',
        given,
        allowed: `names other than ${TAKEN_NAMES.join(', ')}`,
        fix: 'name it after what it does',
      },
    ];
  }
  return [];
};
