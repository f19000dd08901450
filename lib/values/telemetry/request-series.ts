/** Condition on a label of a series. */
export interface Matcher {
  readonly label: string;
  readonly operator: '=' | '!=' | '=~' | '!~';
  readonly value: string;
  /** True for a template of the library, whose value a controller puts in its place. */
  readonly isTemplate?: boolean;
}

/** Series of one metric, told apart by labels. */
export interface Series {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** A classic histogram of how long requests took. */
export interface DurationSeries {
  /** Its buckets, without a bound. */
  readonly buckets: Series;
  /** All requests that it counted. */
  readonly count: Series;
  /** Upper bounds in milliseconds, in ascending order. */
  readonly boundsMillis: readonly number[];
  /** Number of units in a second: 1 or 1000. */
  readonly unitsPerSecond: number;
}

/** Series of requests: counters; the counters of a list are added. */
export interface RequestSeries {
  readonly total: readonly Series[];
  readonly failed: readonly Series[];
  /** Undefined without a series of durations. */
  readonly duration?: DurationSeries;
}

/** Series that a mesh's proxies report of a microservice's requests. */
export interface MeshSeries {
  /** Requests to it, as callers saw them. */
  readonly inbound: RequestSeries;
  /** Requests to it, as its own proxies saw them: those have a route. */
  readonly served: RequestSeries;
  /**
   * Requests of declared callers, and of what exposes it, to its new version, as callers saw them: those of a list are
   * added. Empty where no requests are split.
   */
  readonly candidate: readonly RequestSeries[];
  /** Requests of its own. */
  readonly outbound: RequestSeries;
  /** The label that tells callers apart, and the one that tells callees apart. */
  readonly callerLabel: string;
  readonly calleeLabel: string;
  /** The label that says which route of an objective a request was of. */
  readonly routeLabel: string;
}

/** The same series, of which more labels are known. */
export function narrowed(series: RequestSeries, matchers: readonly Matcher[]): RequestSeries {
  const narrow = ({ metric, matchers: known }: Series): Series => ({ metric, matchers: [...known, ...matchers] });
  const { total, failed, duration } = series;
  return {
    total: total.map(narrow),
    failed: failed.map(narrow),
    ...(duration !== undefined && {
      duration: { ...duration, buckets: narrow(duration.buckets), count: narrow(duration.count) },
    }),
  };
}
