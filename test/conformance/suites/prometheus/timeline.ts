/** A time in which a counter grows evenly. */
export interface Phase {
  readonly seconds: number;
  readonly perSecond: number;
}

/**
 * Steps are multiples of its inverse, so that sums are exact: where one is a hair too great, the next sample would look
 * like a restart.
 */
const EXACT = 2 ** 20;

/** Samples of a counter through phases, one each interval, in promtool's notation. */
export function counterValues(phases: readonly Phase[], interval: number): string {
  let value = 0;
  let first = true;
  return phases
    .flatMap(({ seconds, perSecond }) => {
      const samples = Math.round(seconds / interval) + (first ? 1 : 0);
      if (samples <= 0) return [];
      const step = Math.round(perSecond * interval * EXACT) / EXACT;
      const start = first ? 0 : value + step;
      first = false;
      value = start + step * (samples - 1);
      return [`${start}+${step}x${samples - 1}`];
    })
    .join(' ');
}

/** Total seconds of phases. */
export function length(phases: readonly Pick<Phase, 'seconds'>[]): number {
  return phases.reduce((sum, { seconds }) => sum + seconds, 0);
}
