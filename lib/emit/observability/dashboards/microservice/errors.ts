import { DeploymentWorkload, requestSeries } from '../../../../program';
import { errorShare } from '../expressions';
import type { Panel } from '../panel';

/** The share of requests that failed. */
export function errors(facts: DeploymentWorkload): Panel | undefined {
  const series = requestSeries(facts);
  return series === undefined
    ? undefined
    : {
        title: 'Errors',
        description: 'Share of requests that failed by fault of the server; nothing while there are no requests.',
        visualization: 'timeseries',
        unit: 'percentunit',
        min: 0,
        queries: [{ expr: errorShare(series), legend: 'failed' }],
      };
}
