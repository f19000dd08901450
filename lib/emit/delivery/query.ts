import { bound, selector } from '../../program';
import { Objective, RequestSeries, Series } from '../../values';

/**
 * PromQL for the share of failed requests to a new version within a time.
 *
 * It is 0 where fewer requests failed than count, and without requests.
 *
 * A difference of counters: a rate misses the first value of a new counter, which is most of a few failures.
 */
export function failedShare(all: readonly RequestSeries[], objective: Objective, seconds: number): string {
  if (all.length === 0) return 'vector(0)';
  const window = `${seconds}s`;
  const { total, failed } = counted(all, objective, window);
  return `((${failed}) >= ${objective.minimumFailures}) / (${total}) or vector(0)`;
}

function counted(
  all: readonly RequestSeries[],
  { thresholdMillis }: Objective,
  window: string,
): { readonly total: string; readonly failed: string } {
  const sum = (series: readonly Series[]) => series.map((each) => increase(each, window)).join(' + ');
  if (thresholdMillis === undefined)
    return { total: sum(all.flatMap(({ total }) => total)), failed: sum(all.flatMap(({ failed }) => failed)) };
  const durations = all.flatMap(({ duration }) => duration ?? []);
  const total = sum(durations.map(({ count }) => count));
  const fast = sum(
    durations.map(({ buckets, unitsPerSecond }) => ({
      ...buckets,
      matchers: [...buckets.matchers, bound((thresholdMillis / 1000) * unitsPerSecond)],
    })),
  );
  return { total, failed: `${total} - (${fast})` };
}

/**
 * PromQL for the increase of counters.
 *
 * A counter that was absent began at 0. A counter that was reset adds nothing, so the sum is never too high.
 */
function increase(series: Series, window: string): string {
  const now = selector(series);
  return `(sum(clamp_min(${now} - (${now} offset ${window} or ${now} * 0), 0)) or vector(0))`;
}
