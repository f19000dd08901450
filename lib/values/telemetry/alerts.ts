/** Which standard alerts there are, and where they go. */
export interface AlertSettings {
  /**
   * Labels of every alert, those of objectives included, by which it is routed.
   *
   * @default - those of the platform, beside severity, namespace and microservice
   */
  readonly labels?: { [label: string]: string };

  /**
   * Whether a container that crashes again and again for 15 minutes is reported.
   *
   * @default true
   */
  readonly crashLooping?: boolean;

  /**
   * Whether a container that was killed for want of memory is reported, be it once.
   *
   * @default true
   */
  readonly outOfMemory?: boolean;

  /**
   * Whether a container that its CPU limit slows down is reported: it waits in more than 25 % of its CPU periods for 15
   * minutes.
   *
   * @default true
   */
  readonly cpuThrottled?: boolean;

  /**
   * Whether it is reported that no replica is ready, for longer than a start takes.
   *
   * @default true
   */
  readonly noReadyReplicas?: boolean;

  /**
   * Whether a rollout that has missed its deadline is reported.
   *
   * @default true
   */
  readonly rolloutStuck?: boolean;

  /**
   * Whether it is reported that the autoscaler wants more replicas than it may have, for 15 minutes.
   *
   * @default true
   */
  readonly autoscalerAtMax?: boolean;

  /**
   * Whether it is reported that no replica may be evicted for an hour or longer, so that nodes cannot be drained.
   *
   * @default true
   */
  readonly disruptionsBlocked?: boolean;

  /**
   * Whether it is reported that the certificate of an exposed host expires within 7 days, and within one.
   *
   * @default true
   */
  readonly certificateExpiring?: boolean;

  /**
   * Whether it is reported that more work waits than a backlog allows, for 15 minutes.
   *
   * @default true
   */
  readonly backlogTooLong?: boolean;
}
