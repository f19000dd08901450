import { Rule, Severity } from '../../../errors';
import { type Workload, WorkloadKind } from '../../../program';
import { ContainerRole, parseImage } from '../../../values';

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

  evaluate: (facts) =>
    imagesOf(facts)
      .filter(({ image }) => isMovable(image))
      .map(({ of, image }) => ({
        message: 'the image changes without notice',
        given: `the image of ${of} was '${image}'`,
        allowed: 'a tag other than latest, or a digest',
        fix: "state a version, or let the pipeline pass one in the platform's image map",
      })),
};

/** Images of all containers, and of the main container of a candidate, in the words of findings. */
function imagesOf(facts: Workload): { readonly of: string; readonly image: string }[] {
  const candidate = facts.kind === WorkloadKind.DEPLOYMENT ? (facts.candidate?.containers ?? []) : [];
  return [
    ...facts.containers.map(({ name, image }) => ({ of: `container ${name}`, image })),
    ...candidate.filter(({ role }) => role === ContainerRole.MAIN).map(({ image }) => ({ of: 'the candidate', image })),
  ];
}

function isMovable(image: string): boolean {
  const parsed = parseImage(image);
  return parsed !== undefined && parsed.digest === undefined && (parsed.tag === undefined || parsed.tag === 'latest');
}
