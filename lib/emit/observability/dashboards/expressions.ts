import { selector, sumOfRates } from '../../../program';
import { DurationSeries, RequestSeries } from '../../../values';

/** Grafana's own choice for the time shown: at least four scrapes. */
export const WINDOW = '$__rate_interval';

/** Requests a second, together or by labels. */
export function requestRate({ total }: RequestSeries, by: readonly string[] = []): string {
  return sumOfRates(total, WINDOW, by);
}

/** PromQL for the share of failed requests, in total or by labels. No value without requests. */
export function errorShare({ total, failed }: RequestSeries, by: readonly string[] = []): string {
  const all = sumOfRates(total, WINDOW, by);
  // Counters of failures begin with the first failure.
  const bad = failed.map((each) => `(${sumOfRates([each], WINDOW, by)} or 0 * (${all}))`).join(' + ');
  return `(${bad}) / (${all} > 0)`;
}

/** The time within which a share of the requests was answered, together or by labels. */
export function latencyQuantile(quantile: number, { buckets }: DurationSeries, by: readonly string[] = []): string {
  return (
    `histogram_quantile(${quantile}, sum by (${['le', ...by].join(', ')}) ` + `(rate(${selector(buckets)}[${WINDOW}])))`
  );
}

/** Grafana's name of the unit that a histogram counts in. */
export function durationUnit({ unitsPerSecond }: DurationSeries): string {
  return unitsPerSecond === 1000 ? 'ms' : 's';
}
