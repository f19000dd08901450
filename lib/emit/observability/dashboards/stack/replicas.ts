import { selector } from '../../../../program';
import { is, isOneOf } from '../cluster-series';
import type { DashboardStackFacts } from '../dashboards';
import type { Panel } from '../panel';
import { isRollout, REPLICA_LABELS, replicaMetric, type ReplicaNumber, rolloutSeries } from '../../replica-series';

/** Microservices with fewer replicas than they want. */
export function missingReplicas(facts: DashboardStackFacts): Panel | undefined {
  const wanted = byMicroservice('wanted', 'desired', facts);
  const available = byMicroservice('available', 'available', facts);
  return wanted === undefined || available === undefined
    ? undefined
    : {
        title: 'Missing replicas',
        description: 'Replicas that are wanted and not available, by microservice.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: [{ expr: `${wanted} - ${available}`, legend: '{{deployment}}' }],
      };
}

/** Number of serving replicas. */
export function availableReplicas(facts: DashboardStackFacts): Panel | undefined {
  const available = byMicroservice('available', 'available', facts);
  return available === undefined
    ? undefined
    : {
        title: 'Available replicas',
        description: 'Replicas that are available, by microservice.',
        visualization: 'timeseries',
        unit: 'none',
        min: 0,
        queries: [{ expr: available, legend: '{{deployment}}' }],
      };
}

/** Replicas by kube-state-metrics' name of a Deployment; others get the label that it has. */
function byMicroservice(
  number: ReplicaNumber,
  ofRollout: string,
  { namespace, monitoring, microservices }: DashboardStackFacts,
): string | undefined {
  if (!monitoring.scrapes || microservices.length === 0) return undefined;
  const rollouts = microservices.filter(isRollout).map(({ name }) => name);
  const relabeled = (each: string, label: string) =>
    `max by (deployment) (label_replace(${each}, "deployment", "$1", "${label}", "(.+)"))`;
  const reported = REPLICA_LABELS.flatMap((label) => {
    const alike = microservices.filter((each) => !isRollout(each) && replicaMetric(each, number).label === label);
    if (alike.length === 0) return [];
    const { metric } = replicaMetric(alike[0]!, number);
    const names = alike.map(({ name }) => name);
    const all = selector({ metric, matchers: [is('namespace', namespace), isOneOf(label, names)] });
    return [label === 'deployment' ? `max by (deployment) (${all})` : relabeled(all, label)];
  });
  const all = [
    ...reported,
    ...(rollouts.length > 0
      ? [relabeled(rolloutSeries(`rollout_info_replicas_${ofRollout}`, namespace, isOneOf('name', rollouts)), 'name')]
      : []),
  ];
  return all.length === 1 ? all[0]! : `(${all.join(' or ')})`;
}
