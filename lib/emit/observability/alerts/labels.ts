/** Labels that people may set: those with two underscores are Prometheus' own. */
export function isLabelName(label: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) && !label.startsWith('__');
}

/** Names of metrics. */
export function isMetricName(metric: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(metric);
}
