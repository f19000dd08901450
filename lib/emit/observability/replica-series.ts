import { DeploymentWorkload, selector, series } from '../../program';
import { Matcher, type Series } from '../../values';

type Replicated = Pick<DeploymentWorkload, 'namespace' | 'name' | 'object' | 'delivery' | 'stateful' | 'perNode'>;

/** Tells if the pods belong to a Rollout, whose replicas Argo Rollouts reports and kube-state-metrics does not. */
export function isRollout({ object }: Pick<DeploymentWorkload, 'object'>): boolean {
  return object.kind === 'Rollout';
}

/** Labels by which kube-state-metrics names the objects that run replicas. */
export const REPLICA_LABELS = ['deployment', 'statefulset', 'daemonset'] as const;

/** Name of a metric of kube-state-metrics, and the label by which its object is found. */
interface ReplicaMetric {
  readonly metric: string;
  readonly label: (typeof REPLICA_LABELS)[number];
}

const OF_DEPLOYMENT = {
  wanted: 'spec_replicas',
  available: 'status_replicas_available',
  ready: 'status_replicas_ready',
  updated: 'status_replicas_updated',
} as const;

const OF_DAEMON_SET: Readonly<Record<keyof typeof OF_DEPLOYMENT, string>> = {
  wanted: 'desired_number_scheduled',
  available: 'number_available',
  ready: 'number_ready',
  updated: 'updated_number_scheduled',
};

/** Number of replicas that kube-state-metrics reports. */
export type ReplicaNumber = keyof typeof OF_DEPLOYMENT;

/** Metric of a number of replicas. */
export function replicaMetric(
  { stateful, perNode }: Pick<Replicated, 'stateful' | 'perNode'>,
  number: ReplicaNumber,
): ReplicaMetric {
  if (perNode !== undefined) return { metric: `kube_daemonset_status_${OF_DAEMON_SET[number]}`, label: 'daemonset' };
  if (stateful === undefined) return { metric: `kube_deployment_${OF_DEPLOYMENT[number]}`, label: 'deployment' };
  return {
    metric: number === 'wanted' ? 'kube_statefulset_replicas' : `kube_statefulset_${OF_DEPLOYMENT[number]}`,
    label: 'statefulset',
  };
}

/** Series of a number of replicas that kube-state-metrics reports. */
export function replicaSeries(facts: Replicated, number: ReplicaNumber): Series {
  const { metric, label } = replicaMetric(facts, number);
  return series(metric, { namespace: facts.namespace, [label]: facts.delivery.workloads[0]! });
}

/** Expressions for the numbers of replicas that are wanted, that are available, and that run the newest version. */
export function replicaNumbers(facts: Replicated): Readonly<Record<'wanted' | 'available' | 'updated', string>> {
  if (isRollout(facts))
    return {
      wanted: rolloutMax('rollout_info_replicas_desired', facts),
      available: rolloutMax('rollout_info_replicas_available', facts),
      updated: rolloutMax('rollout_info_replicas_updated', facts),
    };
  const max = (number: ReplicaNumber) => `max(${selector(replicaSeries(facts, number))})`;
  return { wanted: max('wanted'), available: max('available'), updated: max('updated') };
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
