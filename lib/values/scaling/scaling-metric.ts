import type { Duration } from 'cdk8s';
import type { Backlog } from './backlog';
import type { BacklogSource } from './backlog-source';
import { describe } from '../settings/cascade';
import { millisOf } from '../duration';

/** Kinds of scaling metrics. */
export enum ScalingMetricKind {
  /** CPU use of the main container. */
  CPU = 'CPU use',

  /** Memory use of the main container. */
  MEMORY = 'memory use',

  /** Requests a second. */
  REQUESTS_PER_SECOND = 'requests a second',

  /** Requests that are worked on at the same time. */
  CONCURRENCY = 'requests at once',

  /** Options of a latency metric. */
  LATENCY = 'latency',

  /** Work that waits in a queue. */
  BACKLOG = 'work that waits',

  /** The time of day and week. */
  SCHEDULE = 'a schedule',
}

/** Options of a schedule. */
export interface ScheduleOptions {
  /** Begin of the schedule, as five fields of cron: `0 8 * * 1-5`. */
  readonly start: string;

  /** End of the schedule, as five fields of cron: `0 18 * * 1-5`. */
  readonly end: string;

  /** Name of the time zone, as in `Europe/Berlin`. */
  readonly timezone: string;

  /** Fewest replicas from start to end, more than the fewest otherwise. */
  readonly replicas: number;
}

/** Facts of a metric beside its target. */
interface More {
  readonly percentile?: number;
  readonly backlog?: Backlog;
  readonly source?: BacklogSource;
  readonly schedule?: ScheduleOptions;
}

/** Metric that decides the number of replicas. Of several metrics, the highest replica count wins. */
export class ScalingMetric {
  /**
   * CPU use of the microservice's own container, on average.
   *
   * @param utilization in percent of the request, 1 or more, by default 70
   */
  public static cpu(utilization: number = 70): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.CPU, utilization);
  }

  /**
   * Memory use of the microservice's own container, on average.
   *
   * @param utilization in percent of the request, 1 or more, by default 80
   */
  public static memory(utilization: number = 80): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.MEMORY, utilization);
  }

  /**
   * Requests a second that one replica is to serve, more than 0. Callers' proxies count them where there is a mesh,
   * else the application does.
   */
  public static requestsPerSecond(perReplica: number): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.REQUESTS_PER_SECOND, perReplica);
  }

  /**
   * Requests that one replica is to work on at the same time, more than 0: by Little's law, their rate times how long
   * they take.
   */
  public static concurrency(perReplica: number): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.CONCURRENCY, perReplica);
  }

  /**
   * Scales on the latency of requests. Where a callee is slow, more replicas do not help: combine it with another
   * metric, and state a `max` that callees can take.
   *
   * @param percentile of the requests that is looked at, above 0 and below 100
   * @param threshold that more replicas are started above, whole milliseconds
   */
  public static latency(percentile: number, threshold: Duration): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.LATENCY, millisOf(threshold), { percentile });
  }

  /**
   * Work that waits.
   *
   * @param backlog that it waits in
   * @param perReplica how much may wait for each replica, a whole number, 1 or more
   * @param source where it is asked for, by default the metrics of the backlog's exporter
   */
  public static backlog(backlog: Backlog, perReplica: number, source?: BacklogSource): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.BACKLOG, perReplica, {
      backlog,
      ...(source !== undefined && { source }),
    });
  }

  /** The time of day and week. */
  public static schedule(options: ScheduleOptions): ScalingMetric {
    return new ScalingMetric(ScalingMetricKind.SCHEDULE, options.replicas, { schedule: { ...options } });
  }

  /**
   * Percentile of the requests whose latency counts.
   *
   * @internal
   */
  public readonly _percentile?: number;

  /** @internal */
  public readonly _backlog?: Backlog;

  /**
   * Source that an autoscaler asks for the backlog.
   *
   * @internal
   */
  public readonly _source?: BacklogSource;

  /** @internal */
  public readonly _schedule?: ScheduleOptions;

  private constructor(
    /** @internal */
    public readonly _kind: ScalingMetricKind,
    /** Target: percent, requests a second, requests, milliseconds, pieces of work, or replicas. */
    public readonly target: number,
    { percentile, backlog, source, schedule }: More = {},
  ) {
    if (percentile !== undefined) this._percentile = percentile;
    if (backlog !== undefined) this._backlog = backlog;
    if (source !== undefined) this._source = source;
    if (schedule !== undefined) this._schedule = schedule;
  }

  /** Statement of the metric, for reports. */
  public toHumanString(): string {
    const {
      _kind: kind,
      target,
      _percentile: percentile,
      _backlog: backlog,
      _source: source,
      _schedule: schedule,
    } = this;
    return describe({ kind, target, percentile, backlog, source, schedule });
  }
}
