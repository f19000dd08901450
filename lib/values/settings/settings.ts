import type { Scaling } from '../scaling/scaling';
import type { LifecycleSettings } from './lifecycle';
import type { MetadataSettings } from './metadata';
import type { PodSettings } from './pod-settings';
import type { TelemetrySettings } from './telemetry';
import type { WorkloadSettings } from './workload-settings';

/**
 * Settings of one microservice, of all of a stack or of all of a platform. The nearest statement counts, field by
 * field.
 */
export interface MicroserviceSettings extends WorkloadSettings {
  /**
   * Number of replicas, fixed or autoscaled.
   *
   * @default Scaling.fixed(2)
   */
  readonly scaling?: Scaling;

  /**
   * Times and limits by which replicas start, serve, are replaced and end.
   *
   * @default - the defaults of each
   */
  readonly lifecycle?: LifecycleSettings;

  /**
   * Labels and annotations.
   *
   * @default - the recommended labels of Kubernetes alone
   */
  readonly metadata?: MetadataSettings;

  /**
   * Traces, logs and alerts.
   *
   * @default - as the platform observes its workloads
   */
  readonly telemetry?: TelemetrySettings;

  /**
   * Image pulls and placement of the pods.
   *
   * @default - any node, spread over zones and nodes
   */
  readonly pod?: PodSettings;
}

/** A setting in effect, with its origin. */
export interface Setting {
  /** Name, such as `resources.memory.limit` or `lifecycle.startupTime`. */
  readonly name: string;

  /** Value, as reports write it. */
  readonly value: string;

  /** `library`, `platform`, `platform (required)`, `stack …` or `microservice …`. */
  readonly origin: string;
}
