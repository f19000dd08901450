import type { Duration } from 'cdk8s';
import type { Backlog } from '../scaling/backlog';
import type { AlertSettings, JobAlertSettings } from '../telemetry/alerts';
import type { RequestMetrics } from '../telemetry/request-metrics';
import type { Instrumentation, Propagator } from '../telemetry/tracing';

/** Traces and logs of any workload. */
export interface WorkloadTelemetry {
  /**
   * Traces requests, where the platform traces. With false, the pods get no variables and no agent for it, the proxy
   * reports no spans, and the collector of spans is out of reach.
   *
   * @default true
   */
  readonly tracing?: boolean;

  /**
   * Formats in which the trace context travels with requests. Caller and callee state the same ones.
   *
   * @default - the platform's
   */
  readonly propagators?: Propagator[];

  /**
   * Agent that the OpenTelemetry operator injects into the main container.
   *
   * @default - none
   */
  readonly instrumentation?: Instrumentation;

  /**
   * Retention of logs, in whole days.
   *
   * @default - that of the log collectors
   */
  readonly logRetention?: Duration;
}

/** Traces, logs and alerts of a microservice. */
export interface TelemetrySettings extends WorkloadTelemetry {
  /**
   * Standard alerts, and the labels that route all alerts.
   *
   * @default - all standard alerts
   */
  readonly alerts?: AlertSettings;
}

/** Traces, logs and alerts of one job. */
export interface JobTelemetry extends WorkloadTelemetry {
  /**
   * Alerts, and the labels that route them.
   *
   * @default - all alerts of jobs
   */
  readonly alerts?: JobAlertSettings;
}

/** Telemetry of one microservice. */
export interface MicroserviceTelemetry extends TelemetrySettings {
  /**
   * Metrics of requests that the application exports, where one of its ports serves metrics.
   *
   * @default - none: objectives are measured by the mesh
   */
  readonly requestMetrics?: RequestMetrics;

  /**
   * Queues that the microservice works off, with the backlog that each may have.
   *
   * @default - none
   */
  readonly backlogs?: Backlog[];
}
