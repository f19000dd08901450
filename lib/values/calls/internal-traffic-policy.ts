/** Pods that a Service leads callers within the cluster to. */
export enum InternalTrafficPolicy {
  /** Those on the node of the caller. Where there is none that is ready, the call fails. */
  LOCAL = 'Local',

  /** Those on any node. */
  CLUSTER = 'Cluster',
}
