import type { Duration } from 'cdk8s';
import { secondsOf } from '../duration';
import { LOAD } from './scaling-defaults';

/** Load of a microservice and capacity of one replica. */
export interface LoadOptions {
  /** Requests a second in the busiest minute, more than 0. */
  readonly peakRequestsPerSecond: number;

  /**
   * Requests a second that one replica can serve before it is slow, more than 0: the CPU request is what it needs for
   * these.
   */
  readonly requestsPerSecondPerReplica: number;

  /**
   * Requests a second that are to be expected at any time, up to the peak.
   *
   * @default 0
   */
  readonly quietRequestsPerSecond?: number;

  /**
   * By how many requests a second the load grows within a minute, at its fastest. 0 or more.
   *
   * @default - from quiet to peak within ten minutes
   */
  readonly growthPerMinute?: number;

  /**
   * Age of the metrics that an autoscaler reads, in whole seconds.
   *
   * @default Duration.seconds(60)
   */
  readonly metricsLag?: Duration;

  /**
   * Fewest replicas, 1 or more.
   *
   * @default - what the quiet load and the growth until new replicas serve need, at least 2
   */
  readonly min?: number;

  /**
   * Most replicas. Fewer than the peak needs are refused.
   *
   * @default - what the peak needs
   */
  readonly max?: number;
}

/** The facts of a load, times in seconds. */
export interface LoadFacts {
  readonly peak: number;
  readonly perReplica: number;
  readonly quiet: number;
  readonly growthPerMinute: number;
  readonly metricsLag: number;
  readonly min?: number;
  readonly max?: number;
}

/** Results of the arithmetic of a load. */
export interface LoadPlan {
  /** Seconds from the moment when load grows to the moment when more replicas serve. */
  readonly reaction: number;
  /** Requests a second by which the load grows meanwhile. */
  readonly surge: number;
  /** Percent of what a replica can serve that is aimed at. */
  readonly utilization: number;
  /** Requests a second that a replica is to serve. */
  readonly target: number;
  readonly min: number;
  readonly max: number;
  /** Replicas that the peak needs. */
  readonly needed: number;
  /** Replicas that the load may ask for within the 15 s between two looks of the autoscaler. */
  readonly growthPerSync: number;
}

/** The facts of a load as they were stated. */
export function loadFacts(options: LoadOptions): LoadFacts {
  const {
    peakRequestsPerSecond: peak,
    requestsPerSecondPerReplica: perReplica,
    quietRequestsPerSecond: quiet = 0,
    growthPerMinute = (peak - quiet) / LOAD.growthMinutes,
    metricsLag,
    min,
    max,
  } = options;
  return {
    peak,
    perReplica,
    quiet,
    growthPerMinute,
    metricsLag: metricsLag === undefined ? LOAD.metricsLagSeconds : secondsOf(metricsLag),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
  };
}

/** Tells that the arithmetic of a load has a result; a finding reports the fault otherwise. */
export function isPossibleLoad({ peak, perReplica, quiet, growthPerMinute, metricsLag }: LoadFacts): boolean {
  return (
    [peak, perReplica].every((value) => Number.isFinite(value) && value > 0) &&
    [quiet, growthPerMinute, metricsLag].every((value) => Number.isFinite(value) && value >= 0) &&
    Number.isInteger(metricsLag) &&
    quiet <= peak
  );
}

/**
 * Computes the replicas that a load needs. Any number n of them has to serve the load until more replicas serve: `n ×
 * target × 1.1 + surge ≤ n × capacity`, where 1.1 is the tolerance below which an autoscaler does nothing. A
 * stabilization of scale-up is time in which an autoscaler adds nothing, in seconds.
 */
export function loadPlan(
  { peak, perReplica, quiet, growthPerMinute, metricsLag, ...stated }: LoadFacts,
  startupTime: number,
  stabilization = 0,
): LoadPlan {
  const reaction = LOAD.syncSeconds + metricsLag + stabilization + startupTime;
  const surge = (growthPerMinute / 60) * reaction;
  const floor = atLeast(LOAD.fewest, quiet / ((perReplica * LOAD.highestUtilization) / 100));
  const utilization = clamp(
    Math.floor((100 * (1 - surge / (floor * perReplica))) / LOAD.tolerance),
    LOAD.lowestUtilization,
    LOAD.highestUtilization,
  );
  const target = (perReplica * utilization) / 100;
  const spare = perReplica - target * LOAD.tolerance;
  const min = stated.min ?? atLeast(atLeast(LOAD.fewest, quiet / target), surge / spare);
  const needed = atLeast(1, peak / target);
  return {
    reaction,
    surge,
    utilization,
    target,
    min,
    needed,
    max: stated.max ?? Math.max(min, needed),
    growthPerSync: atLeast(0, ((growthPerMinute / 60) * LOAD.syncSeconds) / target),
  };
}

/** Rounded up, but for what arithmetic with fractions adds. */
function atLeast(fewest: number, replicas: number): number {
  return Math.max(fewest, Math.ceil(replicas - 1e-9));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
