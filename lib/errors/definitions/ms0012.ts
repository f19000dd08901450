import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** The output cannot be written. */
export const MS0012: FindingDefinition = {
  code: 'MS0012',
  title: 'the output cannot be written',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The operating system refused to write, rename or remove a file, something else stands where a file or a folder ' +
    'is needed, or another run holds the output folder; or the file for findings cannot be written. The output is ' +
    'as it was before: docs/reliability.md.',
  reads: 'output folder',
};
