import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** An id is taken or empty. */
export const MS0014: FindingDefinition = {
  code: 'MS0014',
  title: 'an id is taken or empty',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Constructs of one scope have ids of their own, and an id names its construct. Give one of the constructs that ' +
    'the finding names another id. The second construct of an id stands in the tree with `#2` behind it, so that ' +
    'everything else can be checked too.',
  reads: 'construct',
};
