import { FindingDefinition, Severity } from '../../../errors';

/** The namespace refuses the pods. */
export const MS1026: FindingDefinition = {
  code: 'MS1026',
  title: 'the namespace refuses the pods',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The namespace enforces a Pod Security level that these settings, or the patches of the pods, break, so no pod ' +
    'would start. Keep the secure default, or state a lower `podSecurity` on the application stack.',
  reads: 'workload, rendered object',
};
