import { FindingDefinition, Severity } from '../../../errors';

/** A host is exposed twice. */
export const MS2024: FindingDefinition = {
  code: 'MS2024',
  title: 'a host is exposed twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: 'A gateway sends the requests for a host to one microservice. Give each a host of its own.',
  reads: 'exposures of all stacks',
};
