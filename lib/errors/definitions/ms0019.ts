import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** A rule threw an error. */
export const MS0019: FindingDefinition = {
  code: 'MS0019',
  title: 'a rule threw an error',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A rule of the library met a value that it cannot judge. The finding names the rule and the property that it ' +
    'read last; every other rule was applied. Change the value of that property, and report the case: no value ' +
    'should make a rule throw.',
  reads: 'facts of any rule',
};
