import { DurationSeries, MicroserviceFacts, requestSeries, ScalingMetric, ScalingMetricKind, Series } from '../model';

/** Long enough for two samples at any time between scrapes that monitors accept, short enough to follow a load. */
export const WINDOW = '2m';

/** Series as PromQL selects them. */
export function selected({ metric, matchers }: Series): string {
  return matchers.length === 0 ? metric : `${metric}{${matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`).join(',')}}`;
}

/** What PromQL is asked for a metric: one number, or none where nothing says it. */
export function queryOf(facts: MicroserviceFacts, { kind, _percentile, _backlog: backlog }: ScalingMetric): string | undefined {
  if (backlog !== undefined) return waiting(backlog);
  const series = requestSeries(facts);
  if (series === undefined) return undefined;
  const { total, duration } = series;
  if (kind === ScalingMetricKind.REQUESTS_PER_SECOND) return total.map((each) => `sum(rate(${selected(each)}[${WINDOW}]))`).map((sum) => (total.length > 1 ? `(${sum} or vector(0))` : sum)).join(' + ');
  if (duration === undefined) return undefined;
  if (kind === ScalingMetricKind.CONCURRENCY) return inSeconds(`sum(rate(${selected(sumOf(duration))}[${WINDOW}]))`, duration);
  // Without requests, the quantile is no number: nothing is to be added for it.
  const quantile = inSeconds(`histogram_quantile(${_percentile! / 100}, sum by (le) (rate(${selected(duration.buckets)}[${WINDOW}])))`, duration);
  return `(${quantile} > 0) or vector(0)`;
}

/** The sum of all durations that a histogram counted, which stands beside their number. */
export function sumOf({ count }: DurationSeries): Series {
  return { ...count, metric: count.metric.replace(/_count$/, '_sum') };
}

/** How much waits: the greatest that exporters say of a part, since each of them says the same. */
function waiting({ metric, labels, parts }: { readonly metric: string; readonly labels: Readonly<Record<string, string>>; readonly parts: readonly string[] }): string {
  const each = selected({ metric, matchers: Object.entries(labels).map(([label, value]) => ({ label, operator: '=', value })) });
  return parts.length === 0 ? `max(${each})` : `sum(max by (${parts.join(', ')}) (${each}))`;
}

function inSeconds(query: string, { unitsPerSecond }: DurationSeries): string {
  return unitsPerSecond === 1 ? query : `${query} / ${unitsPerSecond}`;
}
