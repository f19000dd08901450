import { DeploymentWorkload, selector } from '../../../../program';
import { allContainers, is, ownContainer } from '../cluster-series';
import { WINDOW } from '../expressions';
import type { Panel } from '../panel';

/** CPU that containers use, beside request and limit. */
export function cpu(facts: DeploymentWorkload): Panel | undefined {
  if (!facts.monitoring.scrapes) return undefined;
  const bound = (which: 'requests' | 'limits') =>
    `max(${selector(ownContainer(`kube_pod_container_resource_${which}`, facts, [is('resource', 'cpu')]))})`;
  return {
    title: 'CPU',
    description:
      `Cores that each container uses, in the replica where it uses most, and what ${facts.name} asks ` +
      'for and may use.',
    visualization: 'timeseries',
    unit: 'none',
    min: 0,
    queries: [
      {
        expr:
          'max by (container) (sum by (pod, container) ' +
          `(rate(${selector(allContainers('container_cpu_usage_seconds_total', facts))}[${WINDOW}])))`,
        legend: '{{container}}',
      },
      { expr: bound('requests'), legend: 'request' },
      ...(facts.settings.values.resources.cpu.limit === undefined ? [] : [{ expr: bound('limits'), legend: 'limit' }]),
    ],
  };
}
