import { PLACEHOLDERS } from './placeholders';

/** Labels of PromQL that the series of histograms and summaries have: a second one of the name hides their buckets. */
const RESERVED_LABELS: readonly string[] = ['le', 'quantile'];

/** Label names that `isLabelName` accepts, in words. */
export const LABEL_NAMES =
  'letters, digits and underscores, no digit first, no two underscores first, and neither le nor quantile';

/** Metric names that `isMetricName` accepts, in words. */
export const METRIC_NAMES = 'letters, digits, underscores and colons, no digit first';

/**
 * Label names that people may state: those with two underscores are Prometheus' own, and `le` and `quantile` those of
 * histograms and summaries.
 */
export function isLabelName(label: string): boolean {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) && !label.startsWith('__') && !RESERVED_LABELS.includes(label);
}

/** Names of metrics. */
export function isMetricName(metric: string): boolean {
  return /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(metric);
}

/**
 * A string literal of PromQL, which has the escapes of Go. Grafana and controllers replace their variables in a query
 * before Prometheus reads it: what begins one is escaped, so that the text stands for itself there too.
 */
export function promqlString(text: string): string {
  return JSON.stringify(text).replace(PLACEHOLDERS, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
