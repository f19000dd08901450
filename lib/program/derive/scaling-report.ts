import { LOAD, type Scaling } from '../../values';
import { mostPods } from './scaling-behavior';

/** What follows from a load, each with how it was computed, by the name of the setting. */
export function loadArithmetic(
  { _load: load, _plan: plan }: Scaling,
  startupTime: number,
): Readonly<Record<string, string>> {
  if (load === undefined || plan === undefined) return {};
  const { peak, perReplica, quiet, growthPerMinute, metricsLag } = load;
  const { reaction, surge, utilization, target, min, max, needed, growthPerSync } = plan;
  const spare = perReplica - LOAD.tolerance * target;
  return {
    'scaling.reaction':
      `${shown(reaction)} s = ${LOAD.syncSeconds} s between two looks + ${shown(metricsLag)} s ` +
      `metricsLag + ${shown(startupTime)} s startupTime`,
    'scaling.surge': `${shown(surge)}/s = growth of ${shown(growthPerMinute)}/s a minute ÷ 60 × ${shown(reaction)} s`,
    'scaling.target': `${shown(target)}/s a replica = ${utilization} % of ${shown(perReplica)}/s`,
    'scaling.min':
      load.min === undefined
        ? `${min} = the most of ${LOAD.fewest}, ${shown(quiet)}/s quiet ÷ ${shown(target)}/s, and ` +
          (`${shown(surge)}/s surge ÷ (${shown(perReplica)}/s − ${LOAD.tolerance} × ${shown(target)}/s = ` +
            `${shown(spare)}/s)`)
        : `${min} as stated`,
    'scaling.max':
      load.max === undefined
        ? `${max} = ${shown(peak)}/s at the peak ÷ ${shown(target)}/s${max > needed ? `, and no fewer than min` : ''}`
        : `${max} as stated; the peak needs ${needed} = ${shown(peak)}/s ÷ ${shown(target)}/s`,
    'scaling.growth':
      `${growthPerSync} more replicas each ${LOAD.syncSeconds} s = ${shown(growthPerMinute)}/s a ` +
      `minute ÷ ${60 / LOAD.syncSeconds} ÷ ${shown(target)}/s`,
  };
}

/** The most pods at once, with how they were counted. */
export function podsArithmetic({ max }: Scaling, surgePercent: number): string {
  return (
    `${mostPods(max, surgePercent)} = ${max} and a surge of ${surgePercent} % while a rollout goes on: what ` +
    'a quota has to allow'
  );
}

/** A number without the digits that nobody reads. */
export function shown(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}
