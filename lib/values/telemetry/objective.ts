import type { Duration } from 'cdk8s';
import { daysOf, millisOf } from '../duration';

/** Requests of one kind, which an objective is about. */
export interface ObjectiveRoute {
  /** Purpose of the requests, as in `place-order`. Part of the objective's name. */
  readonly name: string;

  /**
   * HTTP methods, or methods of the gRPC service.
   *
   * @default - any
   */
  readonly methods?: string[];

  /**
   * HTTP paths, each exact or ending in `*`, or gRPC services as `/package.Service`.
   *
   * @default - any
   */
  readonly paths?: string[];
}

/** Options of an objective. */
export interface ObjectiveOptions {
  /**
   * Time over which the objective holds, 5 days or more.
   *
   * @default Duration.days(30)
   */
  readonly window?: Duration;

  /**
   * The requests that it is about.
   *
   * @default - all requests
   */
  readonly route?: ObjectiveRoute;

  /**
   * Fewest failures within an alert's longer time that it fires for, 1 or more: so that one failed request at night
   * wakes nobody.
   *
   * @default 5
   */
  readonly minimumFailures?: number;

  /**
   * Sources of the series by which an objective is measured.
   *
   * @default - the mesh's where there is one, else the application's
   */
  readonly source?: MetricSource;
}

/** Source of the series by which the objective is measured. */
export enum MetricSource {
  /** Callers' proxies: what callers saw, after retries. */
  MESH = 'mesh',

  /** The microservice itself. */
  APPLICATION = 'application',
}

const DEFAULT_WINDOW_DAYS = 30;
const DEFAULT_MINIMUM_FAILURES = 5;

/** A service level objective of a microservice. */
export class Objective {
  /** So many percent of the requests succeed, above 0 and below 100. */
  public static availability(percent: number, options: ObjectiveOptions = {}): Objective {
    return new Objective(percent, undefined, options);
  }

  /**
   * So many percent of the requests are answered within a time, above 0 and below 100. The time is a bucket of the
   * histogram that measures it.
   */
  public static latency(percent: number, threshold: Duration, options: ObjectiveOptions = {}): Objective {
    return new Objective(percent, millisOf(threshold), options);
  }

  /** Name among the objectives of the microservice, as in `availability` or `latency-250ms-place-order`. */
  public readonly name: string;

  /** Days over which it holds. */
  public readonly windowDays: number;

  /** The requests that it is about, where not all. */
  public readonly route?: ObjectiveRoute;

  /** Fewest failures that an alert fires for. */
  public readonly minimumFailures: number;

  /** Source of the series by which the objective is measured, where it is stated. */
  public readonly source?: MetricSource;

  private constructor(
    /** Percent of the requests that are good. */
    public readonly percent: number,
    /** Longest time of a good answer in milliseconds, where the objective is one of latency. */
    public readonly thresholdMillis: number | undefined,
    { window, route, minimumFailures = DEFAULT_MINIMUM_FAILURES, source }: ObjectiveOptions,
  ) {
    this.name = [
      thresholdMillis === undefined ? 'availability' : `latency-${thresholdMillis}ms`,
      ...(route === undefined ? [] : [route.name]),
    ].join('-');
    this.windowDays = window === undefined ? DEFAULT_WINDOW_DAYS : daysOf(window);
    this.minimumFailures = minimumFailures;
    if (route !== undefined) this.route = route;
    if (source !== undefined) this.source = source;
  }
}

/** The share of requests that may be bad, without the noise of floating point. */
export function errorBudget({ percent }: Pick<Objective, 'percent'>): number {
  return rounded((100 - percent) / 100);
}

/** A number without the noise of floating point, for expressions and reports. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
