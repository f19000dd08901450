import { LOAD, type Scaling } from '../../values';
import { mostPods } from './surge';

/** Arithmetic of the values that follow from a load, by the name of the setting. */
export function loadArithmetic(
  { _load: load, _plan: plan, _scaleUp: scaleUp }: Scaling,
  startupTime: number,
): Readonly<Record<string, string>> {
  if (load === undefined || plan === undefined) return {};
  const { peak, perReplica, quiet, growthPerMinute, metricsLag } = load;
  const { reaction, surge, utilization, target, min, max, needed, growthPerSync } = plan;
  const { stabilization: stated } = scaleUp ?? {};
  const stabilization = stated === undefined ? '' : `${formatNumber(stated)} s scaleUp.stabilization + `;
  const spare = perReplica - LOAD.tolerance * target;
  return {
    'scaling.reaction':
      `${formatNumber(reaction)} s = ${LOAD.syncSeconds} s between two looks + ${formatNumber(metricsLag)} s ` +
      `metricsLag + ${stabilization}${formatNumber(startupTime)} s lifecycle.startupTime`,
    'scaling.surge':
      `${formatNumber(surge)}/s = growth of ${formatNumber(growthPerMinute)}/s a minute ÷ 60 × ` +
      `${formatNumber(reaction)} s`,
    'scaling.target': `${formatNumber(target)}/s a replica = ${utilization} % of ${formatNumber(perReplica)}/s`,
    'scaling.min':
      load.min === undefined
        ? `${min} = the most of ${LOAD.fewest}, ${formatNumber(quiet)}/s quiet ÷ ${formatNumber(target)}/s, and ` +
          `${formatNumber(surge)}/s surge ÷ (${formatNumber(perReplica)}/s − ${LOAD.tolerance} × ` +
          `${formatNumber(target)}/s = ${formatNumber(spare)}/s)`
        : `${min} as stated`,
    'scaling.max':
      load.max === undefined
        ? `${max} = ${formatNumber(peak)}/s at the peak ÷ ${formatNumber(target)}/s` +
          (max > needed ? ', and no fewer than min' : '')
        : `${max} as stated; the peak needs ${needed} = ${formatNumber(peak)}/s ÷ ${formatNumber(target)}/s`,
    'scaling.growth':
      `${growthPerSync} more replicas each ${LOAD.syncSeconds} s = ${formatNumber(growthPerMinute)}/s a ` +
      `minute ÷ ${60 / LOAD.syncSeconds} ÷ ${formatNumber(target)}/s`,
  };
}

/** The most pods at once, with how they were counted. */
export function podsArithmetic({ max }: Scaling, surgePercent: number): string {
  return (
    `${mostPods(max, surgePercent)} = ${max} and a surge of ${surgePercent} % while a rollout goes on: what ` +
    'a quota has to allow'
  );
}

/** Formats a number with at most two decimals. */
export function formatNumber(value: number): string {
  return `${Math.round(value * 100) / 100}`;
}
