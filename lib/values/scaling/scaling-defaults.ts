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

/**
 * Rate at which Kubernetes lets an autoscaler add replicas by default: as many as there are, or 4, each 15 s. See
 * https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/autoscaling/v2/defaults.go.
 */
export const SCALE_UP_PERCENT = 100;
export const SCALE_UP_PODS = 4;
export const SCALE_UP_PERIOD_SECONDS = 15;
