import type {
  Claim,
  Port,
  Probes,
  Scaling,
  StatefulLifecycle,
  StatefulPod,
  StatefulTelemetry,
  ServiceMetadata,
  WorkloadSettings,
} from '../../values';

/** Properties of a stateful service. */
export interface StatefulServiceProps extends WorkloadSettings {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

  /**
   * Storage that each replica claims for itself and keeps. Kubernetes refuses to change it later.
   *
   * @default - none: replicas have names of their own alone
   */
  readonly claims?: Claim[];

  /**
   * Ports that it serves. Probes, exposures and callers that name none mean the first or only one.
   *
   * @default - none: no workload calls it
   */
  readonly ports?: Port[];

  /**
   * Variables with literal values. `$(NAME)` in a value refers to another variable.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Number of replicas, fixed or autoscaled.
   *
   * @default Scaling.fixed(2)
   */
  readonly scaling?: Scaling;

  /**
   * Probes of the main container.
   *
   * @default - a connection to the first TCP port can be opened; a start takes at most `lifecycle.startupTime`
   */
  readonly probes?: Probes;

  /**
   * Times and limits by which replicas start, serve, are replaced and end.
   *
   * @default - those of the stack; replicas start and are replaced one after the other
   */
  readonly lifecycle?: StatefulLifecycle;

  /**
   * Labels, annotations and the part in the application.
   *
   * @default - those of the stack
   */
  readonly metadata?: ServiceMetadata;

  /**
   * Traces, logs, alerts, metrics and objectives.
   *
   * @default - those of the stack
   */
  readonly telemetry?: StatefulTelemetry;

  /**
   * Command, mounts, further containers and placement of the pods.
   *
   * @default - the main container alone, as its image starts it
   */
  readonly pod?: StatefulPod;
}
