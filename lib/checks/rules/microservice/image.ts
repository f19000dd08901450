import { Workload } from '../../../program';
import { parseImage } from '../../../values';
import type { Problem } from '../../../errors';
import type { Rule } from '../../rule';

/** Each image can be pulled, and is the same whenever it is. */
export const image: Rule<Workload> = ({ containers }) =>
  containers.flatMap(({ name, image: reference }): Problem[] => {
    const given = `the image of container ${name} was '${reference}'`;
    const parsed = parseImage(reference);
    if (parsed === undefined) {
      return [
        {
          code: 'MS1004',
          message: 'no registry accepts the image reference',
          given,
          allowed: 'registry/repository:tag, or @sha256: and 64 hexadecimal digits',
          fix: "correct the reference, or the entry of the platform's image map",
        },
      ];
    }
    if (parsed.digest !== undefined || (parsed.tag !== undefined && parsed.tag !== 'latest')) return [];
    return [
      {
        code: 'MS1005',
        message: 'the image changes without notice',
        given,
        allowed: 'a tag other than latest, or a digest',
        fix: "state a version, or let the pipeline pass one in the platform's image map",
      },
    ];
  });
