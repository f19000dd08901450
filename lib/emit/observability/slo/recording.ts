import {
  bound,
  BurnRateAlert,
  burnRateAlerts,
  DeploymentWorkload,
  requestSeries,
  selector,
  sumOfRates,
} from '../../../program';
import { errorBudget, Objective } from '../../../values';
import { errorRatio, INTERVAL_SECONDS, RATE_WINDOW, RECORDED, recorded } from './recorded';

/** A rule that records the result of an expression. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Long time and short time of every burn rate alert, as PromQL writes them. */
export function alertWindows({ longHours, shortMinutes }: Pick<BurnRateAlert, 'longHours' | 'shortMinutes'>): {
  readonly long: string;
  readonly short: string;
} {
  return { long: hours(longHours), short: shortMinutes % 60 === 0 ? hours(shortMinutes / 60) : `${shortMinutes}m` };
}

/**
 * Recording rules of an objective.
 *
 * Raw series are read once, over five minutes. All longer windows use recorded series.
 */
export function recordingRules(facts: DeploymentWorkload, objective: Objective): RecordingRule[] {
  const counted = countingExpressions(facts, objective);
  if (counted === undefined) return [];
  const labels = { namespace: facts.namespace, microservice: facts.name, objective: objective.name };
  const read = (metric: string) => selector(recorded(metric, facts, objective));
  const rule = (record: string, expr: string): RecordingRule => ({ record, expr, labels });
  const window = hours(objective.windowDays * 24);
  const tiles = (metric: string) => `sum_over_time(${read(metric)}[${window}:1h])`;
  return [
    rule(RECORDED.total, counted.total),
    ...('bad' in counted
      ? [rule(RECORDED.bad, counted.bad), rule(RECORDED.good, `${read(RECORDED.total)} - ${read(RECORDED.bad)}`)]
      : [
          rule(RECORDED.good, counted.good),
          rule(RECORDED.bad, `clamp_min(${read(RECORDED.total)} - ${read(RECORDED.good)}, 0)`),
        ]),
    rule(errorRatio(RATE_WINDOW), `${read(RECORDED.bad)} / (${read(RECORDED.total)} > 0)`),
    ...longerWindows(objective).map((over) =>
      rule(
        errorRatio(over),
        `sum_over_time(${read(RECORDED.bad)}[${over}]) / (sum_over_time(${read(RECORDED.total)}[${over}]) > 0)`,
      ),
    ),
    ...(
      [
        [RECORDED.totalHour, RECORDED.total],
        [RECORDED.badHour, RECORDED.bad],
      ] as const
    ).map(([record, rate]) => rule(record, `${INTERVAL_SECONDS} * sum_over_time(${read(rate)}[1h])`)),
    rule(RECORDED.budget, `vector(${errorBudget(objective)})`),
    rule(
      RECORDED.budgetLeft,
      `1 - ${tiles(RECORDED.badHour)} / (${tiles(RECORDED.totalHour)} > 0) / ${read(RECORDED.budget)}`,
    ),
  ];
}

/** Requests a second, and the good or bad ones among them. Absent counters count 0. */
function countingExpressions(
  facts: DeploymentWorkload,
  objective: Objective,
): { readonly total: string; readonly bad: string } | { readonly total: string; readonly good: string } | undefined {
  const series = requestSeries(facts, objective);
  if (series === undefined) return undefined;
  const { total, failed, duration } = series;
  if (objective.thresholdMillis === undefined) {
    return {
      total: sumOfRates(total, RATE_WINDOW),
      bad: failed.map((each) => `(${sumOfRates([each], RATE_WINDOW)} or vector(0))`).join(' + '),
    };
  }
  if (duration === undefined) return undefined;
  const threshold = bound((objective.thresholdMillis / 1000) * duration.unitsPerSecond);
  const { metric, matchers } = duration.buckets;
  return {
    total: sumOfRates([duration.count], RATE_WINDOW),
    good: `${sumOfRates([{ metric, matchers: [...matchers, threshold] }], RATE_WINDOW)} or vector(0)`,
  };
}

function longerWindows(objective: Objective): string[] {
  const windows = burnRateAlerts(objective).flatMap((alert) => Object.values(alertWindows(alert)));
  return [...new Set(windows)].filter((window) => window !== RATE_WINDOW);
}

/** Days where there are whole ones: `30d` is easier to read than `720h`. */
function hours(count: number): string {
  return count % 24 === 0 ? `${count / 24}d` : `${count}h`;
}
