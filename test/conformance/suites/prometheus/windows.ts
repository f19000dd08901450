/** An alert of the SRE workbook: https://sre.google/workbook/alerting-on-slos/ */
export interface BurnWindow {
  readonly long: string;
  readonly short: string;
  readonly longSeconds: number;
  readonly shortSeconds: number;
  /** Share of the budget that is spent within the long window, in percent. */
  readonly spentPercent: number;
}

const HOUR = 3600;

/** The alerts that each objective has, the fastest burn first. */
export const BURN_WINDOWS: readonly BurnWindow[] = [
  { long: '1h', short: '5m', longSeconds: HOUR, shortSeconds: HOUR / 12, spentPercent: 2 },
  { long: '6h', short: '30m', longSeconds: 6 * HOUR, shortSeconds: HOUR / 2, spentPercent: 5 },
  { long: '1d', short: '2h', longSeconds: 24 * HOUR, shortSeconds: 2 * HOUR, spentPercent: 10 },
  { long: '3d', short: '6h', longSeconds: 72 * HOUR, shortSeconds: 6 * HOUR, spentPercent: 10 },
];

/**
 * Share of bad requests at which the budget of an objective is spent as fast as an alert tolerates; no alert fires
 * below the objective itself.
 */
export function tolerated({ spentPercent, longSeconds }: BurnWindow, percent: number, windowDays: number): number {
  const factor = Math.max(1, (spentPercent / 100) * ((windowDays * 24 * HOUR) / longSeconds));
  return factor * (1 - percent / 100);
}
