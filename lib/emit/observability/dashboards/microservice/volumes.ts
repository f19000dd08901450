import { type DeploymentWorkload, selector } from '../../../../program';
import { ofVolumes } from '../../volumes';
import type { Panel } from '../panel';

/** Use of claimed volumes. */
export function volumes(facts: DeploymentWorkload): Panel | undefined {
  const [used, capacity] = ['used', 'capacity'].map((which) => ofVolumes(`kubelet_volume_stats_${which}_bytes`, facts));
  return !facts.monitoring.scrapes || used === undefined || capacity === undefined
    ? undefined
    : {
        title: 'Volumes',
        description: 'Share of each claimed volume that is in use.',
        visualization: 'timeseries',
        unit: 'percentunit',
        min: 0,
        queries: [
          {
            expr: `max by (persistentvolumeclaim) (${selector(used)} / ${selector(capacity)})`,
            legend: '{{persistentvolumeclaim}}',
          },
        ],
      };
}
