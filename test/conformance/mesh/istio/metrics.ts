/** Number of refusals of proxies, from istiod's metrics. */
export function rejectionsIn(metrics: string): number {
  const counters = metrics.split('\n').filter((line) => line.startsWith('pilot_total_xds_rejects'));
  return counters.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** The updates that an Envoy refused, among the lines `name: value` of its `/stats`. */
export function rejectedUpdates(stats: string): string[] {
  return stats.split('\n').filter((line) => /update_rejected: [1-9]/.test(line));
}

const CHANGING = /^envoy_listener_manager_total_(listeners_warming|listeners_draining|filter_chains_draining)\b/;

/** Tells if an Envoy has no listener that warms up, and none that drains or drains a filter chain, from its metrics. */
export function areListenersSettled(metrics: string): boolean {
  const gauges = metrics.split('\n').filter((line) => CHANGING.test(line));
  return gauges.length === 3 && gauges.every((line) => line.endsWith(' 0'));
}
