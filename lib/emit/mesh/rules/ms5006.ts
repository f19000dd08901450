import { FindingDefinition, Severity } from '../../../errors';

/** The metrics of several ports cannot be collected. */
export const MS5006: FindingDefinition = {
  code: 'MS5006',
  title: 'the metrics of several ports cannot be collected',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Annotations of a pod lead to one port, and the agent of a proxy hands out the metrics of one. Serve all ' +
    'metrics on one port, or state another way to get at them.',
  reads: 'ports of the microservice, monitoring',
};
