import { DeploymentWorkload, requestSeries } from '../../../../program';
import { durationUnit, latencyQuantile } from '../expressions';
import type { Panel } from '../panel';

const QUANTILES = [0.5, 0.95, 0.99];

/** Latency of requests. */
export function latency(facts: DeploymentWorkload): Panel | undefined {
  const duration = requestSeries(facts)?.duration;
  return duration === undefined
    ? undefined
    : {
        title: 'Latency',
        description:
          'Time within which half, 95 % and 99 % of the requests were answered, as exact as the buckets of the ' +
          'histogram.',
        visualization: 'timeseries',
        unit: durationUnit(duration),
        min: 0,
        queries: QUANTILES.map((quantile) => ({
          expr: latencyQuantile(quantile, duration),
          legend: `p${quantile * 100}`,
        })),
      };
}
