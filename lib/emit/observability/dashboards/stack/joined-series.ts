import { unique } from '../../../../program';
import { type DurationSeries, type Matcher, re2AnyOf, type RequestSeries, type Series } from '../../../../values';

/** Joins the request series of several microservices of one mesh: labels that differ become alternatives. */
export function joinedRequests(all: readonly [RequestSeries, ...RequestSeries[]]): RequestSeries {
  const [first] = all;
  const at = (pick: (series: RequestSeries) => readonly Series[]) =>
    pick(first).map((_, index) => joinedSeries(all.flatMap((series) => pick(series)[index] ?? [])));
  const durations = all.flatMap(({ duration }) => (duration === undefined ? [] : [duration]));
  return {
    total: at(({ total }) => total),
    failed: at(({ failed }) => failed),
    ...(first.duration !== undefined && { duration: joinedDurations(first.duration, durations) }),
  };
}

function joinedDurations(first: DurationSeries, all: readonly DurationSeries[]): DurationSeries {
  return {
    ...first,
    buckets: joinedSeries(all.map(({ buckets }) => buckets)),
    count: joinedSeries(all.map(({ count }) => count)),
  };
}

/** Series of one metric whose matchers are of the same labels, as those of one mesh are. */
function joinedSeries(all: readonly Series[]): Series {
  const { metric, matchers } = all[0]!;
  return {
    metric,
    matchers: matchers.map((matcher, at) =>
      joinedMatcher(
        matcher,
        all.map((series) => series.matchers[at]!.value),
      ),
    ),
  };
}

function joinedMatcher(matcher: Matcher, given: readonly string[]): Matcher {
  const values = unique(given);
  return values.length === 1 || matcher.operator !== '='
    ? matcher
    : { label: matcher.label, operator: '=~', value: re2AnyOf(values) };
}
