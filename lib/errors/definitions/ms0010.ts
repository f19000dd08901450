import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** Two files of the output share a name. */
export const MS0010: FindingDefinition = {
  code: 'MS0010',
  title: 'two files of the output share a name',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Two charts, or two objects where each has a file of its own, would be written to one file, and the first would ' +
    'be lost. Rename one of the two constructs that the finding names. The name of a file contains the namespace, ' +
    'so objects of different namespaces have different files. Names that differ in upper and lower case alone ' +
    'count as one, because the disks of macOS and Windows take them for one. Several Apps of one process that ' +
    'write to one folder need charts of different ids, or a `folder` each. The file for findings is none of the ' +
    'output.',
  reads: 'output',
};
