import { MS1005 as MS1005_DEFINITION } from '../../../emit/kubernetes';
import type { Rule } from '../../../errors';
import { type Workload, WorkloadKind } from '../../../program';
import { ContainerRole, isMovable } from '../../../values';

/** An image changes without notice; images of patches are judged with the object. */
export const MS1005: Rule<Workload> = {
  ...MS1005_DEFINITION,

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
