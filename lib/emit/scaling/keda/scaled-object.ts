import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject';
import { drainSeconds, DeploymentWorkload } from '../../../program';
import { isReportedByActivator } from '../activator-metrics';
import { behaviorOf } from '../behavior';
import type { HttpAddOn } from './http-add-on';
import { AuthenticatedSignal, PrometheusFacts, requestsTrigger, triggerOf } from './triggers';

/** KEDA's defaults, in seconds: https://keda.sh/docs/latest/reference/scaledobject-spec/ */
const COOLDOWN_SECONDS = 300;

/** Failures in a row after which KEDA falls back: as many as in its documentation. */
const FAILURE_THRESHOLD = 3;

/** Facts of an installation of KEDA. */
export interface KedaFacts {
  readonly prometheus?: PrometheusFacts;
  readonly httpAddOn?: HttpAddOn;
}

/** Spec of a ScaledObject: triggers and bounds. */
export function scaledObjectSpec(
  facts: DeploymentWorkload,
  signals: readonly AuthenticatedSignal[],
  { prometheus, httpAddOn }: KedaFacts,
): IScaledObject['spec'] {
  const { min, max, _scaleDown: scaleDown } = facts.settings.values.scaling;
  const { apiVersion, kind, name } = facts.object;
  // Has an effect only on the way to zero, where no HorizontalPodAutoscaler looks back. A rate of requests does not
  // include those that still wait for a start.
  const cooldown =
    min === 0
      ? Math.max(
          scaleDown?.stabilization ?? COOLDOWN_SECONDS,
          (facts.activator?.startSeconds ?? 0) + drainSeconds(facts),
        )
      : COOLDOWN_SECONDS;
  return {
    scaleTargetRef: { apiVersion, kind, name },
    minReplicaCount: min,
    maxReplicaCount: max,
    ...(cooldown !== COOLDOWN_SECONDS && { cooldownPeriod: cooldown }),
    // Its HorizontalPodAutoscaler is named as one of ours would be, so that alerts and dashboards find it.
    advanced: { horizontalPodAutoscalerConfig: { name: facts.name, behavior: behaviorOf(facts) } },
    triggers: [
      ...(facts.activator === undefined || httpAddOn === undefined ? [] : [requestsTrigger(facts, httpAddOn)]),
      ...signals
        .filter(({ signal }) => !isReportedByActivator(facts, signal))
        .flatMap((signal) => triggerOf(facts, signal, prometheus)),
    ],
    ...(signals.some(({ signal }) => signal._backlog !== undefined) && { fallback: fallback(min) }),
  };
}

/**
 * Replicas while nothing says how much waits: those that there are, and one at least, since work may wait.
 *
 * Without it, KEDA starts no first replica then. `behavior` is known since 2.17.
 */
function fallback(min: number) {
  return {
    failureThreshold: FAILURE_THRESHOLD,
    replicas: Math.max(1, min),
    behavior: 'currentReplicasIfHigher',
  } as const;
}
