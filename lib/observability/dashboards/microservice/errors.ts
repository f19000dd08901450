import type { MicroserviceFacts } from '../../../model';
import { errorShare } from '../expressions';
import type { Panel } from '../panel';
import { seenRequests } from '../sources';

/** The share of requests that failed. */
export function errors(facts: MicroserviceFacts): Panel | undefined {
  const series = seenRequests(facts);
  return series === undefined ? undefined : {
    title: 'Errors', description: 'Share of requests that failed by fault of the server; nothing while there are no requests.',
    visualization: 'timeseries', unit: 'percentunit', min: 0,
    queries: [{ expr: errorShare(series), legend: 'failed' }],
  };
}
