import { DeploymentWorkload, sumOfRates } from '../../../../program';
import { limitedContainers, ofPods } from '../../alerts/pods';
import { isOneOf } from '../cluster-series';
import { WINDOW } from '../expressions';
import type { Panel } from '../panel';

/** Throttling by CPU limits. Containers without a limit have no such metric. */
export function throttling(facts: DeploymentWorkload): Panel | undefined {
  const limited = limitedContainers(facts);
  if (!facts.monitoring.scrapes || limited.length === 0) return undefined;
  const periods = (metric: string) =>
    sumOfRates([ofPods(metric, facts, [isOneOf('container', limited)])], WINDOW, ['container']);
  return {
    title: 'CPU throttling',
    description: 'Share of the periods of 100 ms in which its CPU limit stopped a container.',
    visualization: 'timeseries',
    unit: 'percentunit',
    min: 0,
    max: 1,
    queries: [
      {
        expr: `${periods('container_cpu_cfs_throttled_periods_total')} / ${periods('container_cpu_cfs_periods_total')}`,
        legend: '{{container}}',
      },
    ],
  };
}
