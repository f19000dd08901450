import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** An argument of a wrong type. */
export const MS0016: FindingDefinition = {
  code: 'MS0016',
  title: 'value of a wrong type, or a missing one',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An argument or an option has another type than the library declares, or one that is needed is missing, or ' +
    'reading it throws. The value counts as not stated, and findings that might follow from that are left out while ' +
    'it stands: none, where nothing was stated, such as an undefined element of a list. The type checker of an ' +
    'editor, or `npx tsc --noEmit`, finds the same mistake before synthesis.',
  reads: 'arguments',
};
