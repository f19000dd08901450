import type { Duration } from 'cdk8s';
import { secondsOf } from '../duration';

/** Rates at which an autoscaler changes the number of replicas. */
export interface ScalingRate {
  /**
   * Most replicas in a period, in percent of those that there are at its beginning. 1 or more, and up to 100 where they
   * leave.
   *
   * @default - none where `pods` is stated; else 100 where replicas come, 25 where they leave
   */
  readonly percent?: number;

  /**
   * Most replicas in a period. Of this and `percent`, the greater number counts. 1 or more.
   *
   * @default - none where `percent` is stated, or where replicas leave; else 4, and more where a load needs them
   */
  readonly pods?: number;

  /**
   * The period. Whole seconds from 1 s to 30 min.
   *
   * @default - 15 s where replicas come; where they leave, the time that one takes to leave
   */
  readonly period?: Duration;

  /**
   * Stabilization window of the autoscaler. It removes only replicas that were not needed all that time, and adds only
   * replicas that were. Whole seconds up to an hour.
   *
   * @default - 0 s where replicas come; where they leave, as the cluster's controller manager has it: 300 s by default
   */
  readonly stabilization?: Duration;
}

/** The same, times in seconds. */
export interface RateFacts {
  readonly percent?: number;
  readonly pods?: number;
  readonly period?: number;
  readonly stabilization?: number;
}

/** The facts of a rate as they were stated. */
export function rateFacts({ percent, pods, period, stabilization }: ScalingRate): RateFacts {
  return {
    ...(percent !== undefined && { percent }),
    ...(pods !== undefined && { pods }),
    ...(period !== undefined && { period: secondsOf(period) }),
    ...(stabilization !== undefined && { stabilization: secondsOf(stabilization) }),
  };
}
