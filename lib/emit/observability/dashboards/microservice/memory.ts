import { DeploymentWorkload, selector } from '../../../../program';
import { allContainers, is, ownContainer } from '../cluster-series';
import type { Panel } from '../panel';

/** Memory that containers use, beside request and limit. */
export function memory(facts: DeploymentWorkload): Panel | undefined {
  if (!facts.monitoring.scrapes) return undefined;
  const bound = (which: 'requests' | 'limits') =>
    `max(${selector(ownContainer(`kube_pod_container_resource_${which}`, facts, [is('resource', 'memory')]))})`;
  return {
    title: 'Memory',
    description:
      `Working set of each container, in the replica where it is largest, and what ${facts.name} asks ` +
      'for and may use.',
    visualization: 'timeseries',
    unit: 'bytes',
    min: 0,
    queries: [
      {
        expr: `max by (container) (${selector(allContainers('container_memory_working_set_bytes', facts))})`,
        legend: '{{container}}',
      },
      { expr: bound('requests'), legend: 'request' },
      { expr: bound('limits'), legend: 'limit' },
    ],
  };
}
