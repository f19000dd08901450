import { selector } from '../../../../program';
import { is, isOneOf } from '../cluster-series';
import type { DashboardStackFacts } from '../dashboards';
import type { Panel } from '../panel';
import { isRollout, rolloutSeries } from '../../replica-series';

/** Microservices with fewer replicas than they want. */
export function missingReplicas(facts: DashboardStackFacts): Panel | undefined {
  const wanted = byMicroservice('spec_replicas', 'desired', facts);
  const available = byMicroservice('status_replicas_available', 'available', facts);
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
  const available = byMicroservice('status_replicas_available', 'available', facts);
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

/** Replicas by kube-state-metrics' name of the workload. A Rollout takes the Deployment's place. */
function byMicroservice(
  ofDeployment: string,
  ofRollout: string,
  { namespace, monitoring, microservices }: DashboardStackFacts,
): string | undefined {
  if (!monitoring.scrapes || microservices.length === 0) return undefined;
  const names = (rollouts: boolean) =>
    microservices.filter((facts) => isRollout(facts) === rollouts).map(({ name }) => name);
  const [deployments, rollouts] = [names(false), names(true)];
  const relabeled = (each: string) =>
    `max by (deployment) (label_replace(${each}, "deployment", "$1", "name", "(.+)"))`;
  const all = [
    ...(deployments.length > 0
      ? [
          `max by (deployment) (${selector({
            metric: `kube_deployment_${ofDeployment}`,
            matchers: [is('namespace', namespace), isOneOf('deployment', deployments)],
          })})`,
        ]
      : []),
    ...(rollouts.length > 0
      ? [relabeled(rolloutSeries(`rollout_info_replicas_${ofRollout}`, namespace, isOneOf('name', rollouts)))]
      : []),
  ];
  return all.length === 1 ? all[0]! : `(${all.join(' or ')})`;
}
