import { DeploymentWorkload, selector } from '../../../../program';
import { ownContainer } from '../cluster-series';
import type { Panel } from '../panel';

/** Running images. */
export function versions(facts: DeploymentWorkload): Panel | undefined {
  return !facts.monitoring.scrapes
    ? undefined
    : {
        title: 'Versions',
        description: 'Replicas by the image that they run.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: [
          {
            expr: `count by (image) (${selector(ownContainer('kube_pod_container_info', facts))})`,
            legend: '{{image}}',
          },
        ],
      };
}
