import { DeploymentWorkload, selector, series } from '../../../../program';
import type { Panel } from '../panel';

const COUNTS = [
  ['status_desired_replicas', 'wanted'],
  ['spec_min_replicas', 'fewest'],
  ['spec_max_replicas', 'most'],
] as const;

/** Desired replicas of the autoscaler, and its bounds. */
export function autoscaler({ monitoring, namespace, delivery, settings }: DeploymentWorkload): Panel | undefined {
  const own = { namespace, horizontalpodautoscaler: delivery.workloads[0]! };
  return !monitoring.scrapes || !settings.values.scaling.autoscaled
    ? undefined
    : {
        title: 'Autoscaler',
        description:
          'Replicas that the autoscaler wants, and the fewest and the most that it may have; at the most it would ' +
          'perhaps want more.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: COUNTS.map(([count, legend]) => ({
          expr: `max(${selector(series(`kube_horizontalpodautoscaler_${count}`, own))})`,
          legend,
        })),
      };
}
