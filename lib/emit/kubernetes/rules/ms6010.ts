import { FindingDefinition, Severity } from '../../../errors';

/** A patch sets a field that a controller decides. */
export const MS6010: FindingDefinition = {
  code: 'MS6010',
  title: 'a patch sets a field that a controller decides',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An autoscaler or a controller changes the field while the program runs, and a patch sets it: each ' +
    "synthesis that is applied would take the controller's decision back. Leave the patch out, and state " +
    'bounds instead.',
  reads: 'rendered object',
};
