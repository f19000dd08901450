import type { PodIdentity } from './pod-identity';
import type { WorkloadRef } from './workload-ref';

/** Services of the two versions of a microservice, beside its own Service, which selects both. */
export interface VersionServices {
  readonly stable: string;
  readonly canary: string;
}

/** Version that the program states beside the one that it replaces. */
export interface DeliveryCandidate {
  /** Name of the object that runs its pods. */
  readonly name: string;
  /** Image of the main container, as it is stated. */
  readonly image: string;
}

/** Delivery of a microservice, as plain data for emitters that know no controller. */
export interface DeliveryFacts {
  /** Name of the provider, for findings. */
  readonly provider: string;
  /** Names of the workloads and autoscalers of all versions. The one that serves between rollouts is first. */
  readonly workloads: readonly string[];
  /** Services between which requests are split. */
  readonly versions?: VersionServices;
  /** New version beside the stated one. Undefined where a controller makes new versions, and between rollouts. */
  readonly candidate?: DeliveryCandidate;
  /** Percent of the requests that the program gives to the new version. A controller changes it. */
  readonly canaryWeight: number;
  /** True when the controller makes Service, routes and destination itself. */
  readonly ownsRoutes: boolean;
  /**
   * True when the controller puts its own routes above those that split requests. They state only a destination.
   * Undefined where no controller names routes of the mesh.
   */
  readonly addsRoutes?: boolean;
}

/** Delivery of a microservice as its provider resolves it. */
export interface ResolvedDelivery {
  readonly facts: DeliveryFacts;
  readonly pods: PodIdentity;
  /**
   * Kind of the object that the controller has in the place of the workload's own.
   *
   * @default - the object of the workload's kind
   */
  readonly replacement?: Pick<WorkloadRef, 'apiVersion' | 'kind'>;
}
