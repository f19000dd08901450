import type { IClusterRole, IRole } from 'cdk8s-plus-27';
import type {
  AdditionalContainer,
  Backlog,
  ContainerProps,
  InitContainer,
  MicroserviceSettings,
  Objective,
  Port,
  Probe,
  RequestMetrics,
} from '../../values';

/** What a microservice is. */
export interface MicroserviceProps extends MicroserviceSettings, ContainerProps {
  /**
   * Ports that it serves; probes, exposures and callers that name none mean the first or only one.
   *
   * @default - none: a worker, which nobody calls
   */
  readonly ports?: Port[];

  /**
   * Whether callers are told the addresses of the pods instead of one address for all; ports then have no other
   * `targetPort`.
   *
   * @default false
   */
  readonly headless?: boolean;

  /**
   * Its part in the application, such as `database`.
   *
   * @default - none
   */
  readonly component?: string;

  /**
   * Whether it can take requests.
   *
   * @default - a connection to the first TCP port can be opened
   */
  readonly readiness?: Probe;

  /**
   * Whether it must be restarted.
   *
   * @default - a connection to the first TCP port cannot be opened
   */
  readonly liveness?: Probe;

  /**
   * Whether it has started.
   *
   * @default - the check of `liveness`, as often as `startupTime` allows
   */
  readonly startup?: Probe;

  /**
   * What its callers may expect of it.
   *
   * @default - none
   */
  readonly objectives?: Objective[];

  /**
   * What its own metrics say of its requests, where one of its ports serves metrics.
   *
   * @default - nothing: objectives are measured by the mesh
   */
  readonly requestMetrics?: RequestMetrics;

  /**
   * Work that waits for it in queues, and how much of it may.
   *
   * @default - none
   */
  readonly backlogs?: Backlog[];

  /**
   * Containers that run to their end before it starts, in this order.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];

  /**
   * Containers that run beside it.
   *
   * @default - none
   */
  readonly containers?: AdditionalContainer[];
}

/** What a microservice may do with the Kubernetes API. */
export interface KubernetesApiOptions {
  /**
   * Role that is bound to its service account in its namespace; a cluster role handed in here holds there alone.
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
