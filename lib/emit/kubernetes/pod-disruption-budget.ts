import type { IPodDisruptionBudgetSpec } from 'kubernetes-models/policy/v1/PodDisruptionBudgetSpec';
import { evictable, DeploymentWorkload } from '../../program';

/** Spec of a PodDisruptionBudget: the number of pods that a drain may evict at once. */
export function podDisruptionBudgetSpec(facts: DeploymentWorkload): IPodDisruptionBudgetSpec {
  return {
    maxUnavailable: evictable(facts.settings.values.scaling.min, facts.stateful !== undefined),
    selector: { matchLabels: { ...facts.podSelector } },
    // Pods that do not become ready would else block every drain.
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  };
}
