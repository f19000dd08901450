import type { Backlog } from '../../values';
import { selector, series } from './promql';

/** How much waits: the greatest that exporters say of a part, since each of them says the same. */
export function waiting({ metric, labels, parts }: Backlog): string {
  const each = selector(series(metric, labels));
  return parts.length === 0 ? `max(${each})` : `sum(max by (${parts.join(', ')}) (${each}))`;
}
