import { withheldSetting } from '../../checks';
import {
  effectiveScale,
  FunctionWorkload,
  functionOrigin,
  FunctionSize,
  requestTimeout,
  resolveSettings,
} from '../../program';
import { FUNCTION_SETTINGS, Layer, MicroserviceSettings, settingName } from '../../values';
import type { WorkloadContext } from './workload-context';

/**
 * The settings of a function: what platform and stack state for all, and functions cannot have, is left out, one
 * setting after the other, with why.
 */
export function settingsOfFunction(
  name: string,
  stated: MicroserviceSettings,
  { platform, layer: stack }: Pick<WorkloadContext, 'platform' | 'layer'>,
): FunctionSize & Pick<FunctionWorkload, 'withheld'> {
  const own = { origin: functionOrigin(name), values: stated };
  return reach({ origin: 'platform', values: platform.defaults }, stack, []);

  function reach(
    all: Layer,
    some: Layer,
    withheld: FunctionWorkload['withheld'],
  ): ReturnType<typeof settingsOfFunction> {
    const settings = resolveSettings(all.values, some, own, platform.required, FUNCTION_SETTINGS);
    const scale = effectiveScale(settings);
    const size = { name, settings, scale, timeout: requestTimeout(settings, scale) };
    const next = withheldSetting(platform.functions, size);
    if (next === undefined) return { ...size, withheld };
    const rest = (layer: Layer) =>
      layer.origin === next.origin
        ? { ...layer, values: without(layer.values, settingName(next.setting).split('.')) }
        : layer;
    return reach(rest(all), rest(some), [...withheld, next.problem]);
  }
}

/** Settings without the one of a path. */
function without(values: object, [key, ...path]: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name !== key ? [[name, value]] : path.length === 0 ? [] : [[name, without(value as object, path)]],
    ),
  );
}
