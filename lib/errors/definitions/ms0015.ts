import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A property that the library does not know. */
export const MS0015: FindingDefinition = {
  code: 'MS0015',
  title: 'unknown property',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An object of options has a property that the library does not know, which would have no effect; a misspelled ' +
    'name is the usual reason. While it stands, findings that might follow from it are left out. The type checker of ' +
    'an editor, or `npx tsc --noEmit`, finds the same mistake before synthesis.',
  reads: 'arguments',
};
