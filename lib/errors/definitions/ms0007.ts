import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** An acknowledgement matches nothing. */
export const MS0007: FindingDefinition = {
  code: 'MS0007',
  title: 'an acknowledgement matches nothing',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'No such finding exists any more, here or below. Remove the acknowledgement, so that it cannot hide a later ' +
    'finding.',
  reads: 'acknowledgement',
};
