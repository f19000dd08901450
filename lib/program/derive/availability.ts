/** Replicas that may be evicted at once: a quarter of the fewest that run, but at least one. */
export function evictable(minReplicas: number): number {
  return Math.max(1, Math.floor(minReplicas / 4));
}

/**
 * True where a PodDisruptionBudget bounds voluntary disruptions: as stated, by default with 2 or more possible
 * replicas. For one replica the budget would bound nothing.
 */
export function boundsDisruptions(stated: boolean | undefined, maxReplicas: number): boolean {
  return stated ?? maxReplicas >= 2;
}
