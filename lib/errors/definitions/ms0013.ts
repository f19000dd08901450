import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A dependency leads out of the charts. */
export const MS0013: FindingDefinition = {
  code: 'MS0013',
  title: 'a dependency leads out of the charts',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Only charts and their constructs have an order; one end of the dependency is in no chart. Add it between the ' +
    'charts or between constructs within them.',
  reads: 'dependencies between objects',
};
