import type {
  AgentLifecycle,
  AgentPod,
  AgentTelemetry,
  HostAccess,
  InternalTrafficPolicy,
  Port,
  Probes,
  WorkloadMetadata,
  WorkloadSettings,
} from '../../values';

/** Properties of an agent. */
export interface AgentProps extends WorkloadSettings {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

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
   * Pods that callers within the cluster reach by its Service.
   *
   * @default InternalTrafficPolicy.LOCAL
   */
  readonly internalTrafficPolicy?: InternalTrafficPolicy;

  /**
   * Namespaces of the node that its pods are in.
   *
   * @default - none
   */
  readonly host?: HostAccess;

  /**
   * Probes of the main container.
   *
   * @default - a connection to the first TCP port can be opened; a start takes at most `lifecycle.startupTime`
   */
  readonly probes?: Probes;

  /**
   * Times and limits by which pods start, serve, are replaced and end.
   *
   * @default - those of the stack; one node after the other
   */
  readonly lifecycle?: AgentLifecycle;

  /**
   * Labels, annotations and the part in the application.
   *
   * @default - those of the stack
   */
  readonly metadata?: WorkloadMetadata;

  /**
   * Traces, logs, alerts, metrics and objectives.
   *
   * @default - those of the stack
   */
  readonly telemetry?: AgentTelemetry;

  /**
   * Command, mounts, further containers and placement of the pods.
   *
   * @default - the main container alone, as its image starts it, on every node without a taint
   */
  readonly pod?: AgentPod;
}
