/** Constants of `Scaling.forLoad`. */
export const LOAD = {
  /** Fewest replicas: two survive the loss of one. */
  fewest: 2,
  /**
   * Sync period of the HorizontalPodAutoscaler controller, in seconds. See
   * https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/.
   */
  syncSeconds: 15,
  /** Half of the two minutes that rates are taken over; samples of CPU use are younger. */
  metricsLagSeconds: 60,
  /** The controller does nothing while the load is within a tenth of the target. */
  tolerance: 1.1,
  /** Percent: higher leaves less than an eighth for what cannot be foreseen. */
  highestUtilization: 80,
  /** Percent: lower, and more replicas at all times are cheaper than so many at the peak. */
  lowestUtilization: 50,
  /** Minutes from quiet to peak where none are stated: a campaign's mail, a morning's first login. */
  growthMinutes: 10,
} as const;

/** Percent of the replicas that may leave at once, as disruption budgets let them. */
export const SCALE_DOWN_PERCENT = 25;

/** Longest period of a rule that the API accepts, in seconds. */
export const LONGEST_PERIOD_SECONDS = 1800;

/** Seconds that Kubernetes looks back for a higher count before it takes replicas away. */
export const STABILIZATION_SECONDS = 300;

/** Replicas that Kubernetes lets an autoscaler add each 15 s by default: as many as there are, or 4. */
export const SCALE_UP_PODS = 4;
