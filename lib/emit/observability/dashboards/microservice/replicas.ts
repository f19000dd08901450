import type { DeploymentWorkload } from '../../../../program';
import { replicaNumbers } from '../../replica-series';
import type { Panel } from '../panel';

/** Number of replicas, and of updated ones. */
export function replicas(facts: DeploymentWorkload): Panel | undefined {
  const { wanted, available, updated } = replicaNumbers(facts);
  return !facts.monitoring.scrapes
    ? undefined
    : {
        title: 'Replicas',
        description:
          'Replicas that are wanted, that are available, and that run the newest version: the three are equal ' +
          'when a rollout has ended.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: [
          { expr: wanted, legend: 'wanted' },
          { expr: available, legend: 'available' },
          { expr: updated, legend: 'of the newest version' },
        ],
      };
}
