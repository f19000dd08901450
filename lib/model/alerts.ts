/** Which standard alerts there are, and where they go. */
export interface AlertSettings {
  /**
   * Labels of every alert, by which it is routed.
   *
   * @default - none but severity
   */
  readonly labels?: { [label: string]: string };

  /**
   * Whether a container that crashes again and again is reported.
   *
   * @default true
   */
  readonly crashLooping?: boolean;

  /**
   * Whether a container that is killed for want of memory is reported.
   *
   * @default true
   */
  readonly outOfMemory?: boolean;

  /**
   * Whether a container that its CPU limit slows down is reported.
   *
   * @default true
   */
  readonly cpuThrottled?: boolean;

  /**
   * Whether it is reported that no replica is ready.
   *
   * @default true
   */
  readonly noReadyReplicas?: boolean;

  /**
   * Whether a rollout that does not go on is reported.
   *
   * @default true
   */
  readonly rolloutStuck?: boolean;

  /**
   * Whether it is reported that the autoscaler wants no fewer than the most replicas that it may have.
   *
   * @default true
   */
  readonly autoscalerAtMax?: boolean;

  /**
   * Whether it is reported that no replica may be evicted, so that nodes cannot be drained.
   *
   * @default true
   */
  readonly disruptionsBlocked?: boolean;

  /**
   * Whether it is reported that the certificate of an exposed host is about to expire.
   *
   * @default true
   */
  readonly certificateExpiring?: boolean;

  /**
   * Whether it is reported that more work waits than a backlog allows.
   *
   * @default true
   */
  readonly backlogTooLong?: boolean;
}
