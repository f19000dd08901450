import type { IDeploymentSpec } from 'kubernetes-models/apps/v1/DeploymentSpec';
import { lifecycle, DeploymentWorkload, startOf } from '../../program';
import { DEFAULT_SURGE_PERCENT, Rollout, RolloutKind } from '../../values';
import { selectorOf } from './labels';
import { podTemplate } from './pod';

/** The workload of a microservice without state. */
export function deploymentSpec(facts: DeploymentWorkload): IDeploymentSpec {
  const settings = facts.settings.values;
  const times = lifecycle({ ...settings, serves: facts.ports.length > 0 });
  return {
    // Owned by the autoscaler where there is one.
    ...(!settings.scaling.autoscaled && { replicas: settings.scaling.min }),
    selector: { matchLabels: selectorOf(facts) },
    strategy: strategy(settings.rollout),
    ...(settings.minReady > 0 && { minReadySeconds: settings.minReady }),
    progressDeadlineSeconds: startOf(facts).progressDeadline,
    template: podTemplate(facts, times),
  };
}

/** Strategy of a Deployment. The steps of a delivery controller are separate. */
function strategy({
  _kind: kind,
  surgePercent = DEFAULT_SURGE_PERCENT,
}: Rollout): NonNullable<IDeploymentSpec['strategy']> {
  return kind === RolloutKind.RECREATE
    ? { type: 'Recreate' }
    : { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: `${surgePercent}%` } };
}
