import type { RequestSeries } from '../../../../values';
import { durationUnit, errorShare, latencyQuantile, requestRate } from '../expressions';
import type { Panel } from '../panel';

/** Requests a second of each peer. */
export function peerTraffic(title: string, whose: string, series: RequestSeries, label: string): Panel {
  return {
    title,
    description: `Requests a second, by ${whose}.`,
    visualization: 'timeseries',
    unit: 'reqps',
    min: 0,
    queries: [{ expr: requestRate(series, [label]), legend: `{{${label}}}` }],
  };
}

/** The share of each peer's requests that failed. */
export function peerErrors(title: string, whose: string, series: RequestSeries, label: string): Panel {
  return {
    title,
    description: `Share of requests that failed by fault of the server, by ${whose}.`,
    visualization: 'timeseries',
    unit: 'percentunit',
    min: 0,
    queries: [{ expr: errorShare(series, [label]), legend: `{{${label}}}` }],
  };
}

/** Latency of each peer's requests. */
export function peerLatency(
  title: string,
  whose: string,
  { duration }: RequestSeries,
  label: string,
): Panel | undefined {
  return duration === undefined
    ? undefined
    : {
        title,
        description: `Time within which 99 % of the requests were answered, by ${whose}.`,
        visualization: 'timeseries',
        unit: durationUnit(duration),
        min: 0,
        queries: [{ expr: latencyQuantile(0.99, duration, [label]), legend: `{{${label}}}` }],
      };
}
