import { DeploymentWorkload, selector } from '../../../../program';
import { is, ownContainer } from '../cluster-series';
import { WINDOW } from '../expressions';
import type { Panel } from '../panel';

/** Use of requests and limits by the busiest replica. */
export function saturation(facts: DeploymentWorkload): Panel | undefined {
  if (!facts.monitoring.scrapes) return undefined;
  const cpu =
    'max(sum by (pod) ' + `(rate(${selector(ownContainer('container_cpu_usage_seconds_total', facts))}[${WINDOW}])))`;
  const memory = `max(${selector(ownContainer('container_memory_working_set_bytes', facts))})`;
  const most = (bounds: string, resource: string) =>
    `max(${selector(ownContainer(`kube_pod_container_resource_${bounds}`, facts, [is('resource', resource)]))})`;
  const requested = most('requests', 'cpu');
  const allowed = most('limits', 'memory');
  return {
    title: 'Saturation',
    description:
      'CPU of the busiest replica as a share of its request, which may exceed 100 %, and memory as a share of its ' +
      'limit, at which it is killed.',
    visualization: 'timeseries',
    unit: 'percentunit',
    min: 0,
    queries: [
      { expr: `${cpu} / ${requested}`, legend: 'CPU of request' },
      { expr: `${memory} / ${allowed}`, legend: 'memory of limit' },
    ],
  };
}
