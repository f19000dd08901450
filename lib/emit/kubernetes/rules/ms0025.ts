import { FindingDefinition, Severity } from '../../../errors';

/** An object of the library is not in the program any more. */
export const MS0025: FindingDefinition = {
  code: 'MS0025',
  title: 'an object of the library was removed',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A workload, its objects and those of its namespace belong together: policies, accounts and budgets protect what ' +
    'the others run. One of them was taken out of the tree of constructs, and is not in the output. State the ' +
    'exception where the finding says, which leaves the rest consistent; acknowledge it where another tool makes the ' +
    'object. What the platform requires cannot be removed (MS1027).',
  reads: 'tree of constructs',
};
