import { DeploymentWorkload, selector, series } from '../../program';
import { Matcher } from '../../values';

type Replicated = Pick<DeploymentWorkload, 'namespace' | 'name' | 'object' | 'delivery'>;

/** Tells if the pods belong to a Rollout, whose replicas Argo Rollouts reports and kube-state-metrics does not. */
export function isRollout({ object }: Pick<DeploymentWorkload, 'object'>): boolean {
  return object.kind === 'Rollout';
}

/** Expressions for the numbers of replicas that are wanted, that are available, and that run the newest version. */
export function replicaNumbers(facts: Replicated): Readonly<Record<'wanted' | 'available' | 'updated', string>> {
  const {
    namespace,
    delivery: {
      workloads: [deployment = ''],
    },
  } = facts;
  if (isRollout(facts))
    return {
      wanted: rolloutMax('rollout_info_replicas_desired', facts),
      available: rolloutMax('rollout_info_replicas_available', facts),
      updated: rolloutMax('rollout_info_replicas_updated', facts),
    };
  const max = (count: string) => `max(${selector(series(`kube_deployment_${count}`, { namespace, deployment }))})`;
  return {
    wanted: max('spec_replicas'),
    available: max('status_replicas_available'),
    updated: max('status_replicas_updated'),
  };
}

/** PromQL for the maximum of a metric of a Rollout, under any label names of Prometheus. */
export function rolloutMax(
  metric: string,
  { namespace, name }: Pick<Replicated, 'namespace' | 'name'>,
  more: readonly Matcher[] = [],
): string {
  return `max(${rolloutSeries(metric, namespace, { label: 'name', operator: '=', value: name }, more)})`;
}

/** Series of Argo Rollouts about Rollouts of a namespace. */
export function rolloutSeries(metric: string, namespace: string, name: Matcher, more: readonly Matcher[] = []): string {
  const matcher = (label: string, value: string): Matcher => ({ label, operator: '=', value });
  return [
    selector({ metric, matchers: [matcher('namespace', namespace), name, matcher('exported_namespace', ''), ...more] }),
    // What Prometheus makes of the label where the monitor of the controller does not honor it.
    selector({ metric, matchers: [matcher('exported_namespace', namespace), name, ...more] }),
  ].join(' or ');
}
