import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A validation failed. */
export const MS0001: FindingDefinition = {
  code: 'MS0001',
  title: 'a validation failed',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A construct that is not of this library has added a validation to the tree, and it failed, or a check threw an ' +
    'error. The text is its own; what to do follows from it.',
  reads: 'validations of the tree',
};
