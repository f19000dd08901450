import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** Invalid acknowledgement. */
export const MS0008: FindingDefinition = {
  code: 'MS0008',
  title: 'invalid acknowledgement',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The code does not exist, or cannot be acknowledged since Kubernetes or the synthesis would fail, or the reason ' +
    'is shorter than 10 characters.',
  reads: 'acknowledgement',
};
