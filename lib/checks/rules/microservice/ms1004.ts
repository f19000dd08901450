import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { parseImage } from '../../../values';
import { imagesOfVolumes } from './volumes';

/** Invalid image reference. */
export const MS1004: Rule<Workload> = {
  code: 'MS1004',
  title: 'invalid image reference',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    "No registry accepts the reference, as it was stated or as the platform's image map and mirrors rewrote it. " +
    'References are `registry/repository:tag`, or end in `@sha256:` and 64 hexadecimal digits.',
  reads: 'workload',

  evaluate: (facts) =>
    [
      ...facts.containers.map(({ name, image }) => ({ place: `container ${name}`, image })),
      ...imagesOfVolumes(facts).map(({ volume, image }) => ({ place: `volume ${volume}`, image })),
    ]
      .filter(({ image }) => parseImage(image) === undefined)
      .map(({ place, image }) => ({
        message: 'invalid image reference',
        given: `the image of ${place} was '${image}'`,
        allowed: 'registry/repository:tag, or @sha256: and 64 hexadecimal digits',
        fix: "correct the reference, or the entry of the platform's image map",
      })),
};
