import { DeploymentWorkload, requestSeries } from '../../../../program';
import { requestRate } from '../expressions';
import type { Panel } from '../panel';

/** Requests a second. */
export function traffic(facts: DeploymentWorkload): Panel | undefined {
  const series = requestSeries(facts);
  return series === undefined
    ? undefined
    : {
        title: 'Traffic',
        description: 'Requests a second, as callers saw them where a mesh counts them.',
        visualization: 'timeseries',
        unit: 'reqps',
        min: 0,
        queries: [{ expr: requestRate(series), legend: 'requests' }],
      };
}
