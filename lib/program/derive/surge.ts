/** Most pods at once: while a rollout goes on, at the most replicas. */
export function mostPods(maxReplicas: number, surgePercent: number): number {
  return maxReplicas + Math.ceil((maxReplicas * surgePercent) / 100);
}
