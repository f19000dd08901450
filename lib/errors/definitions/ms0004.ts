import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** An object cannot be rendered. */
export const MS0004: FindingDefinition = {
  code: 'MS0004',
  title: 'an object cannot be rendered',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A value that is computed at synthesis, or an overridden `toJson`, threw an error. The finding shows its message.',
  reads: 'rendered object',
};
