import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** Two copies of the library are installed. */
export const MS0009: FindingDefinition = {
  code: 'MS0009',
  title: 'two copies of the library are installed',
  severity: Severity.ERROR,
  acknowledgeable: false,
  hidesOthers: true,
  explanation:
    'Constructs or values, such as a port, come from different copies of cdk8s-microservice, whose internals may ' +
    'differ: none of another copy is used. ' +
    '`npm ls cdk8s-microservice` shows the package that brings the second one; packages of constructs and platforms ' +
    'list the library among their peer dependencies. Other findings are left out while it stands.',
  reads: 'construct',
};
