import type { IClusterRole, IRole } from 'cdk8s-plus-27';
import type {
  LifecycleSettings,
  MicroservicePod,
  MicroserviceTelemetry,
  Objective,
  Port,
  Probes,
  Scaling,
  ServiceMetadata,
  WorkloadSettings,
} from '../../values';

/** Properties of a microservice. */
export interface MicroserviceProps extends WorkloadSettings {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

  /**
   * Ports that it serves. Probes, exposures and callers that name none mean the first or only one.
   *
   * @default - none: a worker, which no workload calls
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
   * Objectives of availability and latency that callers may rely on.
   *
   * @default - none
   */
  readonly objectives?: Objective[];

  /**
   * Probes of the main container.
   *
   * @default - a connection to the first TCP port can be opened; a start takes at most `lifecycle.startupTime`
   */
  readonly probes?: Probes;

  /**
   * Times and limits by which replicas start, serve, are replaced and end.
   *
   * @default - those of the stack
   */
  readonly lifecycle?: LifecycleSettings;

  /**
   * Labels, annotations and the part in the application.
   *
   * @default - those of the stack
   */
  readonly metadata?: ServiceMetadata;

  /**
   * Traces, logs, alerts and metrics.
   *
   * @default - those of the stack
   */
  readonly telemetry?: MicroserviceTelemetry;

  /**
   * Command, mounts, further containers and placement of the pods.
   *
   * @default - the main container alone, as its image starts it
   */
  readonly pod?: MicroservicePod;
}

/** Roles by which a microservice uses the Kubernetes API. */
export interface KubernetesApiOptions {
  /**
   * Role that is bound to its service account in its namespace. A cluster role handed in here holds there alone.
   *
   * @default - none
   */
  readonly role?: IRole;

  /**
   * Cluster role that is bound to its service account, in the whole cluster.
   *
   * @default - none
   */
  readonly clusterRole?: IClusterRole;
}
