import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { drainSeconds, MicroserviceFacts } from '../../model';
import { behaviorOf } from '../behavior';
import { AuthenticatedSignal, PrometheusFacts, triggerOf } from './triggers';

/** What KEDA does where nothing is stated, in seconds: https://keda.sh/docs/latest/reference/scaledobject-spec/ */
const COOLDOWN_SECONDS = 300;

/** What a workload is scaled on, and between which bounds. */
export function scaledObjectSpec(facts: MicroserviceFacts, signals: readonly AuthenticatedSignal[], prometheus: PrometheusFacts | undefined): IScaledObject['spec'] {
  const { min, max } = facts.settings.values.scaling;
  const { apiVersion, kind, name } = facts.delivery.workload;
  // Means something on the way to zero alone.
  const cooldown = min === 0 ? Math.max(COOLDOWN_SECONDS, drainSeconds(facts)) : COOLDOWN_SECONDS;
  return {
    scaleTargetRef: { apiVersion, kind, name },
    minReplicaCount: min,
    maxReplicaCount: max,
    ...(cooldown !== COOLDOWN_SECONDS && { cooldownPeriod: cooldown }),
    // Its HorizontalPodAutoscaler is named as one of ours would be, so that alerts and dashboards find it.
    advanced: { horizontalPodAutoscalerConfig: { name: facts.name, behavior: behaviorOf(facts) } },
    triggers: signals.flatMap((signal) => triggerOf(facts, signal, prometheus)),
  };
}
