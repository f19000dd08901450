import { Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { parseImage } from '../../../values';

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

  evaluate: ({ containers }) =>
    containers
      .filter(({ image }) => parseImage(image) === undefined)
      .map(({ name, image }) => ({
        message: 'invalid image reference',
        given: `the image of container ${name} was '${image}'`,
        allowed: 'registry/repository:tag, or @sha256: and 64 hexadecimal digits',
        fix: "correct the reference, or the entry of the platform's image map",
      })),
};
