import { FindingDefinition, Severity } from '../../../errors';

/** An image changes without notice. */
export const MS1005: FindingDefinition = {
  code: 'MS1005',
  title: 'an image changes without notice',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The reference has no tag, or the tag `latest`, so two pods of one Deployment may run different programs. State ' +
    "a version or a digest, or let the pipeline pass one in the platform's image map.",
  reads: 'workload, rendered object',
};
