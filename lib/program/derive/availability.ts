/** Replicas that may be evicted at once: a quarter of the fewest that run, but at least one. */
export function evictable(minReplicas: number): number {
  return Math.max(1, Math.floor(minReplicas / 4));
}

/**
 * Whether voluntary disruptions are bounded: where nobody says so, if there may be several replicas. Of a lone one, the
 * budget would bound nothing.
 */
export function boundsDisruptions(stated: boolean | undefined, maxReplicas: number): boolean {
  return stated ?? maxReplicas >= 2;
}
