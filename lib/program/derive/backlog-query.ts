import type { Backlog } from '../../values';
import { selector, series } from './promql';

/** PromQL for the length of a backlog: the maximum of each part, since several exporters report the same part. */
export function backlogQuery({ metric, labels, parts }: Backlog): string {
  const each = selector(series(metric, labels));
  return parts.length === 0 ? `max(${each})` : `sum(max by (${parts.join(', ')}) (${each}))`;
}
