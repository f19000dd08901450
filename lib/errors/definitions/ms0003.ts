import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** Dependencies form a cycle. */
export const MS0003: FindingDefinition = {
  code: 'MS0003',
  title: 'dependencies form a cycle',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Explicit dependencies (`addDependency`) order the objects of the output, and these lead back to their ' +
    'beginning. Remove one of them. Calls are no dependencies: microservices may call each other.',
  reads: 'dependencies between objects',
};
