import { originOf } from './effective-settings';
import type { FunctionScale } from './function-scale';
import type { MicroserviceFacts } from './microservice';
import { RolloutKind } from './rollout';
import { shown } from './scaling-report';
import type { Setting } from './settings';

/** All that is known of a function: what is known of a microservice, with one container and one port, and how it is scaled. */
export interface FunctionFacts extends MicroserviceFacts {
  readonly scale: FunctionScale;
  /** Seconds in which a new version takes over all requests; 0 where it does so at once. */
  readonly rolloutDuration: number;
  /** Names of the settings that it can have. */
  readonly settingNames: readonly string[];
}

/** The settings that a function has, and how it is scaled, with the arithmetic. */
export function functionSettings({ settings, scale, settingNames }: Pick<FunctionFacts, 'settings' | 'scale' | 'settingNames'>): Setting[] {
  const origin = originOf(settings, 'scaling');
  const { concurrency } = settings.values;
  const { min, max, kind, target, utilization } = scale;
  const most = max * concurrency;
  const scaling = {
    'scaling.min': `${min}`,
    'scaling.max': `${max}: at most ${shown(most)} requests at once = ${max} × ${concurrency}, the others wait`,
    ...(min !== max && { 'scaling.target': `${shown(target * utilization / 100)} of ${kind} a replica${utilization === 100 ? '' : ` = ${utilization} % of ${shown(target)}`}` }),
  };
  return [
    ...settings.all.filter(({ name }) => settingNames.includes(name.split('.')[0]!) && name !== 'scaling' && !name.startsWith('scaling.')),
    ...Object.entries(scaling).map(([name, value]) => ({ name, value, origin })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Settings that somebody stated, by who did, and that a function cannot have. */
export function settingsInVain({ settings, settingNames }: Pick<FunctionFacts, 'settings' | 'settingNames'>): Setting[] {
  const { disruptionBudget, rollout } = settings.values;
  // What follows from others, and what asks for nothing.
  const idle = [...(disruptionBudget === true ? [] : ['disruptionBudget']), ...(rollout.kind === RolloutKind.ROLLING ? ['rollout'] : [])];
  return settings.all.filter(({ name, origin, value }) => origin !== 'library' && !settingNames.includes(name.split('.')[0]!) && value !== '[]' && !idle.includes(name));
}
