import { MS1005 as MS1005_DEFINITION } from '../../../emit/kubernetes';
import type { Detail, Rule } from '../../../errors';
import { type Workload, WorkloadKind } from '../../../program';
import { ContainerRole, isMovable } from '../../../values';
import { imagesOfVolumes } from './volumes';

/** An image changes without notice; images of patches are judged with the object. */
export const MS1005: Rule<Workload> = {
  ...MS1005_DEFINITION,

  evaluate: (facts) => [
    ...facts.containers
      .filter(({ image }) => isMovable(image))
      .map(({ name, image }) => movable(`container ${name}`, image)),
    ...(facts.kind === WorkloadKind.DEPLOYMENT ? (facts.candidate?.containers ?? []) : [])
      .filter(({ role, image }) => role === ContainerRole.MAIN && isMovable(image))
      .map(({ image }) => movable('the candidate', image)),
    ...imagesOfVolumes(facts)
      .filter(({ image }) => isMovable(image))
      .map(({ volume, image }) => movable(`volume ${volume}`, image)),
  ],
};

function movable(of: string, image: string): Detail {
  return {
    message: 'the image changes without notice',
    given: `the image of ${of} was '${image}'`,
    allowed: 'a tag other than latest, or a digest',
    fix: "state a version, or let the pipeline pass one in the platform's image map",
  };
}
