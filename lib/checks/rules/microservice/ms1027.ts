import { MS1027 } from '../../../emit/kubernetes';
import type { Detail, Rule } from '../../../errors';
import { isOwnOrigin, Workload, originOf, REQUIRED, resolveSettings } from '../../../program';
import { Conflict, describe } from '../../../values';
import type { StackFacts } from '../../stack-facts';

const FIX = 'leave it out, or have the platform require less';

/** Settings of a workload; those of its stack are reported there. */
export const MS1027_OF_WORKLOAD: Rule<Workload> = {
  ...MS1027,
  evaluate: ({ name, settings, containers, exposures }) => {
    // Where nothing is required, nothing conflicts with it.
    if (settings.required.length === 0) return [];
    return [
      ...settings.conflicts.filter(({ origin }) => isOwnOrigin(name, origin)).map(detailOf),
      ...containers.flatMap(({ conflicts = [] }) =>
        conflicts.map((conflict) => ({
          ...detailOf(conflict),
          given: `${conflict.origin}: ${detailOf(conflict).given}`,
        })),
      ),
      ...exposures.flatMap(({ annotations }) => annotationDetails(annotations, settings)),
    ];
  },
};

/** Settings of a stack, and of its platform at the first stack on it. */
export const MS1027_OF_STACK: Rule<StackFacts> = {
  ...MS1027,
  evaluate: ({ platform, platformUse, settings: layer }) =>
    Object.keys(platform.required).length === 0
      ? []
      : resolveSettings(platform.defaults, layer, { origin: 'microservice', values: {} }, platform.required)
          .conflicts.filter(({ origin }) => platformUse !== undefined || origin === layer.origin)
          .map(detailOf),
};

function detailOf({ name, stated, required }: Conflict): Detail {
  return {
    message: `the platform requires ${name} to be ${describe(required)}`,
    given: `${name} was ${describe(stated)}`,
    allowed: describe(required),
    fix: FIX,
  };
}

/** Annotations of an exposure that differ from those that the platform requires. */
function annotationDetails(annotations: Readonly<Record<string, string>>, settings: Workload['settings']): Detail[] {
  const required = settings.values.annotations;
  return Object.entries(annotations)
    .filter(
      ([key, value]) =>
        Object.hasOwn(required, key) &&
        required[key] !== value &&
        originOf(settings, `annotations.${key}`) === REQUIRED,
    )
    .map(([key, value]) => ({
      message: `the platform requires annotations.${key} to be ${required[key]}`,
      given: `the exposure had ${key}=${value}`,
      allowed: required[key]!,
      fix: FIX,
    }));
}
