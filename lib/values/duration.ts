import type { Duration } from 'cdk8s';

/** A duration in milliseconds, whole or not. */
export function millisOf(duration: Duration): number {
  return duration.toMilliseconds({ integral: false });
}

/** A duration in seconds, whole or not. */
export function secondsOf(duration: Duration): number {
  return millisOf(duration) / 1000;
}

/** A duration in days, whole or not. */
export function daysOf(duration: Duration): number {
  return millisOf(duration) / (24 * 60 * 60 * 1000);
}
