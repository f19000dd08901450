import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { parseImage } from '../../../values';

/** An image changes without notice. */
export const MS1005: Rule<Workload> = {
  code: 'MS1005',
  title: 'an image changes without notice',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The reference has no tag, or the tag `latest`, so two pods of one Deployment may run different programs. State ' +
    "a version or a digest, or let the pipeline pass one in the platform's image map.",
  reads: 'workload',

  evaluate: ({ containers }) =>
    containers
      .filter(({ image }) => isMovable(image))
      .map(({ name, image }) => ({
        message: 'the image changes without notice',
        given: `the image of container ${name} was '${image}'`,
        allowed: 'a tag other than latest, or a digest',
        fix: "state a version, or let the pipeline pass one in the platform's image map",
      })),
};

function isMovable(image: string): boolean {
  const parsed = parseImage(image);
  return parsed !== undefined && parsed.digest === undefined && (parsed.tag === undefined || parsed.tag === 'latest');
}
