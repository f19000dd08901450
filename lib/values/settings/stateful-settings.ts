import type { LifecycleSettings } from './lifecycle';
import type { Objective } from '../telemetry/objective';
import type { ContainerOptions, AdditionalContainer, InitContainer } from '../pod/container';
import type { PodSettings } from './pod-settings';
import type { MicroserviceTelemetry } from './telemetry';

/** Orders in which replicas start and end. */
export enum PodManagement {
  /** One after the other: each starts when those before it are ready, and ends when those behind it have ended. */
  ORDERED = 'OrderedReady',

  /** All at once. Updates still exchange one replica after the other. */
  PARALLEL = 'Parallel',
}

/** Ends of the claims of replicas that are gone. */
export enum ClaimPolicy {
  /** The claim and its data stay until somebody deletes them. */
  RETAIN = 'Retain',

  /** The claim is deleted; the data too, where the class reclaims volumes by deletion. */
  DELETE = 'Delete',
}

/** Retention of claims. */
export interface ClaimRetention {
  /**
   * Policy for all claims when the StatefulSet is deleted.
   *
   * @default ClaimPolicy.RETAIN
   */
  readonly whenDeleted?: ClaimPolicy;

  /**
   * Policy for the claims of replicas that are taken away.
   *
   * @default ClaimPolicy.RETAIN
   */
  readonly whenScaled?: ClaimPolicy;
}

/** Order in which replicas start, are exchanged and end. */
export interface ReplicaOrder {
  /**
   * Order in which replicas start and end. Kubernetes refuses to change it later.
   *
   * @default PodManagement.ORDERED
   */
  readonly podManagement?: PodManagement;

  /**
   * Ordinal of the first replica that an update exchanges, from 0 to the number of replicas: those before it keep the
   * old version.
   *
   * @default 0
   */
  readonly partition?: number;

  /**
   * Replicas that an update may take away at once, 1 or more. Kubernetes honours it from 1.37 on.
   *
   * @default 1
   */
  readonly maxUnavailable?: number;
}

/** Times and limits by which the replicas of a stateful service start, serve, are replaced and end. */
export interface StatefulLifecycle extends LifecycleSettings {
  /**
   * Order in which replicas start, are exchanged and end.
   *
   * @default - one after the other
   */
  readonly order?: ReplicaOrder;

  /**
   * Retention of claims.
   *
   * @default - all are retained
   */
  readonly claimRetention?: ClaimRetention;
}

/** Telemetry and objectives of a stateful service. */
export interface StatefulTelemetry extends MicroserviceTelemetry {
  /**
   * Objectives of availability and latency that callers may rely on.
   *
   * @default - none
   */
  readonly objectives?: Objective[];
}

/** Pods of one stateful service: further options of the main container, and further containers. */
export interface StatefulPod extends PodSettings, ContainerOptions {
  /**
   * Containers that run to completion before the main container starts, in this order.
   *
   * @default - none
   */
  readonly initContainers?: InitContainer[];

  /**
   * Containers that run beside the main container.
   *
   * @default - none
   */
  readonly containers?: AdditionalContainer[];
}
