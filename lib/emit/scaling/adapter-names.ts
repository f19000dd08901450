/** Names under which an adapter, such as prometheus-adapter, hands on metrics as external ones. */
export interface MetricsAdapterNames {
  /**
   * Requests a second, selected by the labels of the counter.
   *
   * @default - none: nothing is scaled on them
   */
  readonly requestsPerSecond?: string;

  /**
   * Requests at once, selected by the labels of the histogram of durations.
   *
   * @default - none: nothing is scaled on them
   */
  readonly concurrency?: string;

  /**
   * How long requests take, in seconds, without its end: `_p99` is appended for the 99th percentile, `_p99_9` for the
   * 99.9th.
   *
   * @default - none: nothing is scaled on it
   */
  readonly latency?: string;

  /**
   * Whether it hands on what exporters count of backlogs, under the names and labels that they have there.
   *
   * @default false
   */
  readonly backlogs?: boolean;
}
