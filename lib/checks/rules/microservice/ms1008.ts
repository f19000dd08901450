import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { bytes, Volume, isWhole } from '../../../values';
import { statedBounds, wordOf } from './resource-bounds';
import { volumesOf } from './volumes';

/** Invalid amount of CPU, memory or disk. */
export const MS1008: Rule<Workload> = {
  code: 'MS1008',
  title: 'invalid amount of CPU, memory or disk',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'CPU is counted in whole thousandths of a core, memory and disk in whole bytes, from one upwards.',
  reads: 'workload',

  evaluate: (facts) =>
    statedBounds(facts)
      .flatMap(({ resource, invalidBounds, stated }): Detail[] =>
        invalidBounds.map((bound) => ({
          message: `invalid ${wordOf(resource)} ${bound}`,
          given: stated(bound),
          allowed:
            resource === 'cpu' ? '1m and more, in whole thousandths of a core' : '1 byte and more, in whole bytes',
          fix: 'state a greater amount, or a coarser one',
        })),
      )
      .concat(volumesOf(facts).flatMap(sizes)),
};

function sizes({ name, _source: source }: Volume): Detail[] {
  const [field, size] =
    source.kind === 'emptyDir'
      ? ['sizeLimit', source.sizeLimit]
      : source.kind === 'ephemeral'
        ? ['size', source.size]
        : [];
  if (size === undefined) return [];
  return isWhole(bytes(size), 1, Number.MAX_VALUE)
    ? []
    : [
        {
          message: 'invalid size of a volume',
          given: `volume ${name} had ${field} ${size.asString()}`,
          allowed: '1 byte and more, in whole bytes',
          fix: 'state a greater size, or a coarser one',
        },
      ];
}
