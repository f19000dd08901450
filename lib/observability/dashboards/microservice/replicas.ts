import type { MicroserviceFacts } from '../../../model';
import type { Panel } from '../panel';
import { selector, series } from '../../promql';

const COUNTS = [['spec_replicas', 'wanted'], ['status_replicas_available', 'available'], ['status_replicas_updated', 'of the newest version']] as const;

/** How many replicas there are, and how many of them are new. */
export function replicas({ monitoring, namespace, name }: MicroserviceFacts): Panel | undefined {
  return !monitoring.scrapes ? undefined : {
    title: 'Replicas', description: 'Replicas that are wanted, that are available, and that run the newest version: the three are equal when a rollout has ended.',
    visualization: 'timeseries', unit: 'none', min: 0,
    queries: COUNTS.map(([count, legend]) => ({ expr: `max(${selector(series(`kube_deployment_${count}`, { namespace, deployment: name }))})`, legend })),
  };
}
