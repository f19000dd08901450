import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** Two objects share kind, namespace and name. */
export const MS0002: FindingDefinition = {
  code: 'MS0002',
  title: 'two objects share kind, namespace and name',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The cluster would keep only the object that is applied last. Rename one of the two constructs that the finding ' +
    'names, or give their stacks different namespaces.',
  reads: 'output',
};
