import { is, isOneOf } from '../cluster-series';
import type { DashboardStackFacts } from '../dashboards';
import type { Panel } from '../panel';
import { selector } from '../../promql';

/** Which microservices have fewer replicas than they want. */
export function missingReplicas(facts: DashboardStackFacts): Panel | undefined {
  const wanted = deployments('kube_deployment_spec_replicas', facts);
  const available = deployments('kube_deployment_status_replicas_available', facts);
  return wanted === undefined || available === undefined ? undefined : {
    title: 'Missing replicas', description: 'Replicas that are wanted and not available, by microservice.',
    visualization: 'timeseries', unit: 'none', min: 0,
    queries: [{ expr: `${wanted} - ${available}`, legend: '{{deployment}}' }],
  };
}

/** How many replicas serve. */
export function availableReplicas(facts: DashboardStackFacts): Panel | undefined {
  const available = deployments('kube_deployment_status_replicas_available', facts);
  return available === undefined ? undefined : {
    title: 'Available replicas', description: 'Replicas that are available, by microservice.',
    visualization: 'timeseries', unit: 'none', min: 0,
    queries: [{ expr: available, legend: '{{deployment}}' }],
  };
}

function deployments(metric: string, { namespace, monitoring, microservices }: DashboardStackFacts): string | undefined {
  const names = microservices.map(({ name }) => name);
  return !monitoring.scrapes || names.length === 0 ? undefined : `max by (deployment) (${selector({ metric, matchers: [is('namespace', namespace), isOneOf('deployment', names)] })})`;
}
