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
   * Base name of the latency metric, in seconds. The adapter serves `_p99` for the 99th percentile, `_p99_9` for the
   * 99.9th.
   *
   * @default - none: nothing is scaled on it
   */
  readonly latency?: string;

  /**
   * True when the adapter serves the exporters' backlog metrics under their own names and labels.
   *
   * @default false
   */
  readonly backlogs?: boolean;
}
