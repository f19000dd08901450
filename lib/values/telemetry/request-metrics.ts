import type { Duration } from 'cdk8s';
import { millisOf } from '../duration';
import { re2Literal } from '../languages';
import type { Matcher, RequestSeries } from './request-series';
import type { ObjectiveRoute } from './objective';

/** Names of an application's own request metrics. */
export interface RequestMetricsOptions {
  /** Counter of requests, as in `http_requests_total`. */
  readonly requests: string;

  /** Label of the counter that says how a request ended, as in `code`. */
  readonly resultLabel: string;

  /** Regular expression, in RE2 and anchored, of the label's values for failures of the server, as in `5..`. */
  readonly failures: string;

  /**
   * Histogram of how long requests took, in seconds and without `_bucket`, as in `http_request_duration_seconds`.
   *
   * @default - none: there are no objectives of latency
   */
  readonly duration?: string;

  /**
   * Upper bounds of the histogram's buckets.
   *
   * @default - those of Prometheus' client libraries: 5 ms to 10 s
   */
  readonly buckets?: Duration[];

  /**
   * Label that holds the method of a request.
   *
   * @default - none: there are no objectives of routes with methods
   */
  readonly methodLabel?: string;

  /**
   * Label that holds the path, or its template.
   *
   * @default - none: there are no objectives of routes with paths
   */
  readonly pathLabel?: string;
}

/** `DefBuckets` of Prometheus' client libraries. */
const CLIENT_BOUNDS_MILLIS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];

/** Advice of OpenTelemetry's semantic conventions for `http.server.request.duration`. */
const OPEN_TELEMETRY_BOUNDS_MILLIS = [5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

/** Codes of gRPC that are the server's fault, by OpenTelemetry's semantic conventions. */
const GRPC_FAILURES = 'Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss';

/** Facts of an application's own metrics. */
type RequestMetricsFacts = Omit<RequestMetricsOptions, 'buckets'> & {
  readonly boundsMillis: number[];
  readonly isGrpc: boolean;
};

/** Request metrics that an application exports. */
export class RequestMetrics {
  /** `http.server.request.duration` of OpenTelemetry, as Prometheus exporters name it. */
  public static openTelemetryHttp(): RequestMetrics {
    return new RequestMetrics({
      requests: 'http_server_request_duration_seconds_count',
      resultLabel: 'http_response_status_code',
      failures: '5..',
      duration: 'http_server_request_duration_seconds',
      boundsMillis: OPEN_TELEMETRY_BOUNDS_MILLIS,
      methodLabel: 'http_request_method',
      pathLabel: 'http_route',
      isGrpc: false,
    });
  }

  /** The server's metrics of the gRPC middleware for Prometheus, with its histogram switched on. */
  public static grpcPrometheus(): RequestMetrics {
    return new RequestMetrics({
      requests: 'grpc_server_handled_total',
      resultLabel: 'grpc_code',
      failures: GRPC_FAILURES,
      duration: 'grpc_server_handling_seconds',
      boundsMillis: CLIENT_BOUNDS_MILLIS,
      methodLabel: 'grpc_method',
      pathLabel: 'grpc_service',
      isGrpc: true,
    });
  }

  /** Metrics under names of their own. */
  public static custom(options: RequestMetricsOptions): RequestMetrics {
    const { buckets, ...names } = options;
    return new RequestMetrics({
      ...names,
      boundsMillis: buckets?.map(millisOf) ?? CLIENT_BOUNDS_MILLIS,
      isGrpc: false,
    });
  }

  /** Counter of requests. */
  public readonly requests: string;

  /** Label that says how a request ended. */
  public readonly resultLabel: string;

  /** Regular expression of the results that are failures. */
  public readonly failures: string;

  /** Histogram of durations, without `_bucket`. */
  public readonly duration: string | undefined;

  /** Upper bounds of its buckets in milliseconds. */
  public readonly boundsMillis: number[];

  /** Label that holds the method. */
  public readonly methodLabel: string | undefined;

  /** Label that holds the path, or the service of gRPC. */
  public readonly pathLabel: string | undefined;

  /** Tells that the metrics count requests of gRPC. */
  public readonly isGrpc: boolean;

  private constructor({
    requests,
    resultLabel,
    failures,
    duration,
    boundsMillis,
    methodLabel,
    pathLabel,
    isGrpc,
  }: RequestMetricsFacts) {
    this.requests = requests;
    this.resultLabel = resultLabel;
    this.failures = failures;
    this.duration = duration;
    this.boundsMillis = boundsMillis;
    this.methodLabel = methodLabel;
    this.pathLabel = pathLabel;
    this.isGrpc = isGrpc;
  }
}

/** The series of an application's metrics, as labels of its target tell them from others'. */
export function applicationSeries(
  metrics: RequestMetrics,
  target: readonly Matcher[],
  route?: ObjectiveRoute,
): RequestSeries {
  const matchers = [...target, ...routeMatchers(metrics, route)];
  const { requests, resultLabel, failures, duration } = metrics;
  return {
    total: [{ metric: requests, matchers }],
    failed: [{ metric: requests, matchers: [...matchers, { label: resultLabel, operator: '=~', value: failures }] }],
    ...(duration !== undefined && {
      duration: {
        buckets: { metric: `${duration}_bucket`, matchers },
        count: { metric: `${duration}_count`, matchers },
        boundsMillis: metrics.boundsMillis,
        unitsPerSecond: 1,
      },
    }),
  };
}

/** Tells that the metrics have the labels that tell the requests of a route from others. */
export function tellsApart(
  { methodLabel, pathLabel }: RequestMetrics,
  { methods = [], paths = [] }: ObjectiveRoute,
): boolean {
  return (methods.length === 0 || methodLabel !== undefined) && (paths.length === 0 || pathLabel !== undefined);
}

function routeMatchers(
  { methodLabel, pathLabel, isGrpc }: RequestMetrics,
  route: ObjectiveRoute | undefined,
): Matcher[] {
  const { methods = [], paths = [] } = route ?? {};
  const method = (name: string) => re2Literal(isGrpc ? name : name.toUpperCase());
  // A service of gRPC is written as a path, and its label holds no slash.
  const path = (text: string) => pattern(isGrpc ? text.replace(/^\/|\/$/g, '') : text);
  return [
    ...(methodLabel === undefined || methods.length === 0 ? [] : [anyOf(methodLabel, methods.map(method))]),
    ...(pathLabel === undefined || paths.length === 0 ? [] : [anyOf(pathLabel, paths.map(path))]),
  ];
}

function anyOf(label: string, patterns: readonly string[]): Matcher {
  return { label, operator: '=~', value: [...patterns].sort().join('|') };
}

function pattern(path: string): string {
  return path.endsWith('*') ? `${re2Literal(path.slice(0, -1))}.*` : re2Literal(path);
}
