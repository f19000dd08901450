/** Replicas that may be evicted at once: a quarter of the fewest that run, but at least one. */
export function evictable(minReplicas: number): number {
  return Math.max(1, Math.floor(minReplicas / 4));
}

/** Whether voluntary disruptions are bounded where nobody says so: a lone replica could never be evicted. */
export function boundsDisruptions(stated: boolean | undefined, minReplicas: number): boolean {
  return stated ?? minReplicas >= 2;
}
