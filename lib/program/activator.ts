import type { NetworkPeer } from '../values';

/**
 * Component that takes the requests to a workload first and holds them while no replica runs. Callers connect to it,
 * and it connects to the pods.
 */
export interface Activator {
  /** Its pods, as network policies name them. */
  readonly pods: NetworkPeer;
  /** Port of these pods that callers' connections end at. */
  readonly targetPort: number;
  /** Its Service. */
  readonly service: ActivatorService;
  /** Service account, in the namespace of its Service, that the pods take for the caller. */
  readonly serviceAccount: string;
  /** Seconds that it may hold the first request until a replica serves it. Undefined where unknown. */
  readonly startSeconds?: number;
  /**
   * Address of the workload at the activator, in its namespace. Undefined where callers address the workload's own
   * Service.
   */
  readonly address?: ActivatorAddress;
}

/** The Service of an activator. */
export interface ActivatorService {
  readonly name: string;
  readonly namespace: string;
  readonly port: number;
}

/** A Service of the workload's namespace that leads to its activator. */
export interface ActivatorAddress {
  readonly service: string;
  readonly port: number;
}
