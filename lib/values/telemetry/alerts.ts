/** Standard alerts of jobs. */
export interface JobAlerts {
  /**
   * Reports a job that failed; of a schedule, its last run.
   *
   * @default true
   */
  readonly failed?: boolean;

  /**
   * Reports a run that has used up 80 % of its deadline.
   *
   * @default true
   */
  readonly tooLong?: boolean;

  /**
   * Reports a run of a schedule that did not start within 15 minutes, or its `startingDeadline` where that is longer.
   *
   * @default true
   */
  readonly notScheduled?: boolean;
}

/** Alerts of one job and their routing. */
export interface JobAlertSettings extends JobAlerts {
  /**
   * Labels of every alert, by which it is routed.
   *
   * @default - those of the platform, beside severity, namespace and microservice
   */
  readonly labels?: { [label: string]: string };
}

/** Standard alerts and their routing. */
export interface AlertSettings {
  /**
   * Labels of every alert, those of objectives included, by which it is routed.
   *
   * @default - those of the platform, beside severity, namespace and microservice
   */
  readonly labels?: { [label: string]: string };

  /**
   * Reports a container that crashes again and again for 15 minutes.
   *
   * @default true
   */
  readonly crashLooping?: boolean;

  /**
   * Reports a container that was killed for want of memory, be it once.
   *
   * @default true
   */
  readonly outOfMemory?: boolean;

  /**
   * Reports a container that its CPU limit throttles in more than 25 % of its CPU periods for 15 minutes.
   *
   * @default true
   */
  readonly cpuThrottled?: boolean;

  /**
   * Reports that no replica is ready for longer than a start takes; of an agent, also that a node lacks a ready pod, or
   * has one that should not be there.
   *
   * @default true
   */
  readonly noReadyReplicas?: boolean;

  /**
   * Reports a rollout that has missed its deadline, or that stands still.
   *
   * @default true
   */
  readonly rolloutStuck?: boolean;

  /**
   * Reports that the autoscaler wants more replicas than its maximum for 15 minutes.
   *
   * @default true
   */
  readonly autoscalerAtMax?: boolean;

  /**
   * Reports that no replica may be evicted for an hour or longer, so that nodes cannot be drained.
   *
   * @default true
   */
  readonly disruptionsBlocked?: boolean;

  /**
   * Reports that the certificate of an exposed host expires within 7 days, and within one.
   *
   * @default true
   */
  readonly certificateExpiring?: boolean;

  /**
   * Reports that the backlog is longer than allowed for 15 minutes.
   *
   * @default true
   */
  readonly backlogTooLong?: boolean;

  /**
   * Alerts of jobs.
   *
   * @default - all of them
   */
  readonly jobs?: JobAlerts;

  /**
   * Reports a claimed volume of which less than 15 % is free and that fills up within 4 days, or of which less than 3 %
   * is free.
   *
   * @default true
   */
  readonly volumeFilling?: boolean;
}
