import type { Backlog, MicroserviceFacts } from '../../../model';
import type { Panel } from '../panel';
import { selector, series } from '../../promql';

/** How much work waits. */
export function backlogs({ monitoring, backlogs: all }: MicroserviceFacts): Panel | undefined {
  return !monitoring.scrapes || all.length === 0 ? undefined : {
    title: 'Backlogs', description: 'How much work waits for it, and how much may.',
    visualization: 'timeseries', unit: 'short', min: 0,
    queries: all.map((backlog) => ({ expr: waiting(backlog), legend: `${backlog.name}, at most ${backlog.most}` })),
  };
}

/** The greatest that exporters say of a part, since each of them says the same, as alerts add it up. */
function waiting({ metric, labels, parts }: Backlog): string {
  const each = selector(series(metric, labels));
  return parts.length === 0 ? `max(${each})` : `sum(max by (${parts.join(', ')}) (${each}))`;
}
