import { DeploymentWorkload, selector } from '../../../../program';
import { allContainers } from '../cluster-series';
import { WINDOW } from '../expressions';
import type { Panel } from '../panel';

/** Restarts of containers. */
export function restarts(facts: DeploymentWorkload): Panel | undefined {
  return !facts.monitoring.scrapes
    ? undefined
    : {
        title: 'Restarts',
        description: 'How often containers were started again in the pods that they were in.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: [
          {
            expr:
              'sum by (container) ' +
              `(increase(${selector(allContainers('kube_pod_container_status_restarts_total', facts))}[${WINDOW}]))`,
            legend: '{{container}}',
          },
        ],
      };
}
