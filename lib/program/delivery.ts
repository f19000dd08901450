import type { WorkloadRef } from './workload-ref';

/** The Services of two versions that stand side by side, beside the one of the microservice that covers both. */
export interface VersionServices {
  readonly stable: string;
  readonly canary: string;
}

/** Facts of a microservice under a delivery controller, as plain data for renderers that know no controller. */
export interface DeliveryFacts {
  /** Name of the provider, for findings. */
  readonly provider: string;
  /** Workload object that runs the pods: the target of autoscalers. */
  readonly workload: WorkloadRef;
  /**
   * Names of the workloads whose pods these are, and of their autoscalers: the one that serves all between rollouts
   * first.
   */
  readonly workloads: readonly string[];
  /** Labels that the pods of all versions carry, and no others do. */
  readonly podSelector: Readonly<Record<string, string>>;
  /** Pod label of the controller with a value for each version. Undefined for that of Kubernetes. */
  readonly versionLabel?: string;
  /** Services of the versions between which requests are split. */
  readonly versions?: VersionServices;
  /** Percent of the requests to the new version, as emitted. A controller changes it. */
  readonly canaryWeight: number;
  /** True where the controller makes Service, routes and destination itself. */
  readonly ownsRoutes: boolean;
  /**
   * True where the controller puts routes of its own above those that split requests. Its routes have only
   * destinations.
   */
  readonly addsRoutes?: boolean;
}
