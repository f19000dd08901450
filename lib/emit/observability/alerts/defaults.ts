/**
 * Minutes of crashes before the alert fires.
 *
 * Longer than the window of crashes, so that one or two crashes during a start never fire.
 */
export const CRASH_LOOP_MINUTES = 15;

/**
 * Minutes over which crashes are looked for: a container that has run for 10 minutes begins anew with the shortest wait
 * (kubelet's `MaxContainerBackOff` doubled).
 */
export const CRASH_WINDOW_MINUTES = 10;

/**
 * Minutes for which a kill is told of: three times as long as the pause of 5 minutes that Alertmanager makes between
 * notices of a group.
 */
export const OUT_OF_MEMORY_MINUTES = 15;

/**
 * Share of the periods of 100 ms in which a container had to wait: the threshold of kubernetes-mixin's
 * `CPUThrottlingHigh`.
 */
export const THROTTLED_SHARE = 0.25;

/** Fewest minutes of throttling: longer than runtimes compile and caches fill after a start. */
export const THROTTLED_MINUTES = 15;

/** Minutes beside the start until a pod is ready: to be scheduled, to pull its image, to have been scraped. */
export const READY_MARGIN_MINUTES = 2;

/** Minutes of an alert that a start with its margin must never make fire, at least some. */
export function beyondStart(startSeconds: number, fewest: number): number {
  return Math.max(fewest, Math.ceil(startSeconds / 60) + READY_MARGIN_MINUTES);
}

/**
 * Minutes after the deadline of a rollout: errors of quotas and webhooks that pass by themselves end it for a moment
 * too.
 */
export const ROLLOUT_MINUTES = 5;

/** Fewest minutes for which nodes lack the pod of an agent: those of kubernetes-mixin's alerts on DaemonSets. */
export const AGENT_MINUTES = 15;

/**
 * Minutes at the most replicas: autoscalers look back over 5 minutes before they take replicas away, so that one peak
 * is no lack.
 */
export const AUTOSCALER_MINUTES = 15;

/** Fewest minutes without an eviction: GKE waits an hour for a budget before it takes the node by force. */
export const DISRUPTIONS_MINUTES = 60;

/**
 * Days before expiry of the ticket. cert-manager renews after two thirds of the time, 15 days before the end of 45
 * days.
 */
export const EXPIRY_TICKET_DAYS = 7;

/** Days before expiry of the page. One day is enough to renew a certificate by hand. */
export const EXPIRY_PAGE_DAYS = 1;

/** Minutes for which a certificate is to expire: an exporter that restarts reads the old one for a moment. */
export const EXPIRY_MINUTES = 15;

/** Shares of a volume that are left, of the ticket and of the page: those of kubernetes-mixin's alerts on volumes. */
export const VOLUME_TICKET_SHARE = 0.15;
export const VOLUME_PAGE_SHARE = 0.03;

/** Days within which a volume fills up at the pace of the last hours, and these hours, as in kubernetes-mixin. */
export const VOLUME_DAYS = 4;
export const VOLUME_WINDOW_HOURS = 6;

/** Minutes for which a volume is nearly full: compactions need room for a moment. */
export const VOLUME_MINUTES = 5;

/**
 * Fewest minutes of too much work that waits: a rollout makes consumers share the work anew, and autoscalers need
 * minutes to follow.
 */
export const BACKLOG_MINUTES = 15;
