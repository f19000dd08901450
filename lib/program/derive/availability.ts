/**
 * Replicas that may be evicted at once: a quarter of the fewest that run, but at least one; one of those with state,
 * whose others form the quorum.
 */
export function evictable(minReplicas: number, hasState = false): number {
  return hasState ? 1 : Math.max(1, Math.floor(minReplicas / 4));
}

/**
 * True where a PodDisruptionBudget bounds voluntary disruptions: as stated, by default with 2 or more possible
 * replicas. For one replica the budget would bound nothing.
 */
export function boundsDisruptions(stated: boolean | undefined, maxReplicas: number): boolean {
  return stated ?? maxReplicas >= 2;
}
