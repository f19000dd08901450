import type { Duration } from 'cdk8s';
import { secondsOf } from '../duration';

/** Reactions to a time of the schedule at which the run before has not ended. */
export enum ConcurrencyPolicy {
  /** The run is left out. */
  FORBID = 'Forbid',

  /** Both run at the same time. */
  ALLOW = 'Allow',

  /** The run before is ended. */
  REPLACE = 'Replace',
}

/** Start of the runs of a schedule, and what is kept of them. */
export interface JobScheduling {
  /**
   * Reaction to a time at which the run before has not ended.
   *
   * @default ConcurrencyPolicy.FORBID
   */
  readonly concurrencyPolicy?: ConcurrencyPolicy;

  /**
   * Time after which a run that could not start is left out, in whole seconds: 10 or more, since the controller looks
   * every 10 seconds.
   *
   * @default - none: a run that was missed starts when it can
   */
  readonly startingDeadline?: Duration;

  /**
   * Jobs that are kept after they succeeded, 0 or more.
   *
   * @default 3
   */
  readonly successfulJobsHistoryLimit?: number;

  /**
   * Jobs that are kept after they failed, 0 or more. Their pods hold the logs.
   *
   * @default 1
   */
  readonly failedJobsHistoryLimit?: number;

  /**
   * Starts no further runs.
   *
   * @default false
   */
  readonly suspend?: boolean;
}

/** Schedule of a job with its numbers, times in seconds. */
export interface JobScheduleFacts {
  readonly schedule: string;
  readonly timeZone?: string;
  readonly concurrencyPolicy: ConcurrencyPolicy;
  readonly startingDeadline?: number;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
  readonly suspend: boolean;
}

/** Resolves the schedule of a job. */
export function jobScheduleFacts(
  schedule: string,
  timeZone: string | undefined,
  scheduling: JobScheduling,
): JobScheduleFacts {
  const { concurrencyPolicy = ConcurrencyPolicy.FORBID, startingDeadline, suspend = false, ...limits } = scheduling;
  return {
    ...limits,
    schedule,
    concurrencyPolicy,
    suspend,
    ...(timeZone !== undefined && { timeZone }),
    ...(startingDeadline !== undefined && { startingDeadline: secondsOf(startingDeadline) }),
  };
}
