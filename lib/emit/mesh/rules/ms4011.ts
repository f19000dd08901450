import { FindingDefinition, Severity } from '../../../errors';

/** A callee cannot be reached through the mesh. */
export const MS4011: FindingDefinition = {
  code: 'MS4011',
  title: 'a callee cannot be reached through the mesh',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The mesh knows external services by entries of a stack, each host once, and carries no UDP to them. Port ' +
    '53 over TCP is kept for name servers, past the proxy.',
  reads: 'calls of the microservice, external services',
};
