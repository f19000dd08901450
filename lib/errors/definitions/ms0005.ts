import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A patch has no effect. */
export const MS0005: FindingDefinition = {
  code: 'MS0005',
  title: 'a patch has no effect',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The object is the same with the patch and without it: its path is wrong, or it states the existing value. ' +
    'Compare it with the rendered object, and correct or remove it.',
  reads: 'rendered object',
};
