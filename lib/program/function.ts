import { originOf } from './derive/effective-settings';
import type { ResolvedSettings } from './derive/effective-settings';
import type { FunctionScale } from './derive/function-scale';
import type { FunctionDefinition } from './workload';
import { RolloutKind, type Setting, ungrouped } from '../values';
import { formatNumber } from './derive/scaling-report';

/** Settings of a function that its size follows from. */
export type FunctionSize = Pick<FunctionDefinition, 'name' | 'settings' | 'scale' | 'timeout'>;

/** Origin of a function's own settings, in reports. */
export function functionOrigin(name: string): string {
  return `function ${name}`;
}

/** Seconds after which a request to a function is ended. */
export function requestTimeout(
  { values: { longestRequest, startupTime } }: Pick<ResolvedSettings, 'values'>,
  { min }: Pick<FunctionScale, 'min'>,
): number {
  return longestRequest + (min === 0 ? startupTime : 0);
}

/** The settings that a function has, and what follows from them, with the arithmetic. */
export function functionSettings({
  settings,
  scale,
  timeout,
  settingNames,
}: Pick<FunctionDefinition, 'settings' | 'scale' | 'timeout' | 'settingNames'>): Setting[] {
  const { concurrency, longestRequest, startupTime } = settings.values;
  const { min, max, kind, target, utilization } = scale;
  const most = max * concurrency;
  const waits = timeout !== longestRequest;
  const follow = (name: string, value: string, ...from: string[]): Setting => ({
    name,
    value,
    origin: originsOf(settings, from),
  });
  const following = [
    follow('scaling.min', `${min}`, 'scaling'),
    follow(
      'scaling.max',
      `${max}: at most ${formatNumber(most)} requests at once = ${max} × ${concurrency}, the others wait`,
      'scaling',
    ),
    ...(min === max
      ? []
      : [
          follow(
            'scaling.target',
            `${formatNumber((target * utilization) / 100)} of ${kind} a ` +
              `replica${utilization === 100 ? '' : ` = ${utilization} % of ${formatNumber(target)}`}`,
            'scaling',
            ...(utilization === 100 ? [] : ['concurrency']),
          ),
        ]),
    follow(
      'timeout',
      waits
        ? `${timeout} s = ${longestRequest} s lifecycle.longestRequest + ${startupTime} s lifecycle.startupTime, ` +
            'since the first replica may have to be started'
        : `${timeout} s = longestRequest`,
      'longestRequest',
      ...(waits ? ['startupTime'] : []),
    ),
  ];
  return [
    ...settings
      .all()
      .filter(({ name }) => namesSetting(settingNames, name) && name !== 'scaling' && !name.startsWith('scaling.')),
    ...following,
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Origins of the settings that a value follows from. The library counts only where no other origin does. */
function originsOf(settings: ResolvedSettings, names: readonly string[]): string {
  const origins = [...new Set(names.map((name) => originOf(settings, name)))];
  return origins.filter((origin) => origin !== 'library').join(', ') || 'library';
}

/** Stated settings that a function cannot have, with their origin. */
export function settingsInVain({
  settings,
  settingNames,
}: Pick<FunctionDefinition, 'settings' | 'settingNames'>): Setting[] {
  const { disruptionBudget, rollout } = settings.values;
  // Derived settings, and values without an effect.
  const idle = [
    ...(disruptionBudget === true ? [] : ['lifecycle.disruptionBudget']),
    ...(rollout._kind === RolloutKind.ROLLING ? ['lifecycle.rollout'] : []),
  ];
  return settings
    .all()
    .filter(
      ({ name, origin, value }) =>
        origin !== 'library' && !namesSetting(settingNames, name) && value !== '[]' && !idle.includes(name),
    );
}

/** Tells whether the full name of a setting is one of those that are listed without their groups. */
function namesSetting(settingNames: readonly string[], name: string): boolean {
  return settingNames.includes(ungrouped(name.split('.'))[0]!);
}
