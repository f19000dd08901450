/** Share of the deadline after which a run counts as long: enough is left to look before Kubernetes ends it. */
export const LONG_SHARE = 0.8;

/** Minutes for which a failure is seen: series of kube-state-metrics come and go while it restarts. */
export const FAILED_MINUTES = 1;

/** Fewest minutes that a run is late: the controller looks every 10 seconds, and pods may wait for a node. */
export const LATE_MINUTES = 15;
