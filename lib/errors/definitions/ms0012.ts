import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** The output cannot be written. */
export const MS0012: FindingDefinition = {
  code: 'MS0012',
  title: 'the output cannot be written',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The operating system refused to write, rename or remove a file, or a file stands where a folder is needed. The ' +
    'files that were written before that are whole, and no file was removed.',
  reads: 'output folder',
};
