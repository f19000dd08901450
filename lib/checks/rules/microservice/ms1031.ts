import { FindingDefinition, Severity } from '../../../errors';

/** A workload stands outside of an application stack. */
export const MS1031: FindingDefinition = {
  code: 'MS1031',
  title: 'a workload stands outside of an application stack',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The stack gives a microservice or function its namespace, its platform and its defaults. Create it inside an ' +
    '`ApplicationStack`, or inside a construct in one.',
  reads: 'scope of a workload',
};
