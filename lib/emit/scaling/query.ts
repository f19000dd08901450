import { DeploymentWorkload, requestSeries, selector, backlogQuery } from '../../program';
import { DurationSeries, ScalingMetric, ScalingMetricKind, Series } from '../../values';

/** Long enough for two samples at any time between scrapes that monitors accept, short enough to follow a load. */
export const WINDOW = '2m';

/** PromQL of a metric with one number as its result. Undefined where no series measures it. */
export function queryOf(
  facts: DeploymentWorkload,
  { _kind: kind, _percentile, _backlog: backlog }: ScalingMetric,
): string | undefined {
  if (backlog !== undefined) return backlogQuery(backlog);
  const series = requestSeries(facts);
  if (series === undefined) return undefined;
  const { total, duration } = series;
  if (kind === ScalingMetricKind.REQUESTS_PER_SECOND)
    return total
      .map((each) => `sum(rate(${selector(each)}[${WINDOW}]))`)
      .map((sum) => (total.length > 1 ? `(${sum} or vector(0))` : sum))
      .join(' + ');
  if (duration === undefined) return undefined;
  if (kind === ScalingMetricKind.CONCURRENCY)
    return inSeconds(`sum(rate(${selector(sumOf(duration))}[${WINDOW}]))`, duration);
  // Without requests, the quantile is no number: nothing is to be added for it.
  const quantile = inSeconds(
    `histogram_quantile(${_percentile! / 100}, sum by (le) (rate(${selector(duration.buckets)}[${WINDOW}])))`,
    duration,
  );
  return `(${quantile} > 0) or vector(0)`;
}

/** The sum of all durations that a histogram counted, which stands beside their number. */
export function sumOf({ count }: DurationSeries): Series {
  return { ...count, metric: count.metric.replace(/_count$/, '_sum') };
}

function inSeconds(query: string, { unitsPerSecond }: DurationSeries): string {
  return unitsPerSecond === 1 ? query : `${query} / ${unitsPerSecond}`;
}
