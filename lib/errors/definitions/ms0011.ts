import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** The folder of an app leaves the output. */
export const MS0011: FindingDefinition = {
  code: 'MS0011',
  title: 'the folder of an app leaves the output',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The `folder` of an `App` is joined to the output folder that the CLI gives, so it is relative and does not ' +
    'lead upwards.',
  reads: 'app',
};
