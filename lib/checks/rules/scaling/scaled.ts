import type { DeploymentWorkload } from '../../../program';
import { rememberingLast, ScalingMetric, ScalingMetricKind } from '../../../values';
import { Autoscaling, FEATURE_OF, isReportedByActivator, ScalingFeature, signalsOf } from '../../../emit/scaling';

/** A microservice and the autoscaler of its platform. */
export interface ScaledMicroservice {
  readonly autoscaling: Autoscaling;
  readonly microservice: DeploymentWorkload;
}

/** The features that a microservice asks of its autoscaler and that the autoscaler lacks. */
export const lackingFeatures = rememberingLast((scaled: ScaledMicroservice): readonly ScalingFeature[] => {
  const { autoscaling, microservice } = scaled;
  const { autoscaled, min, _plan } = microservice.settings.values.scaling;
  if (!autoscaled) return [];
  const signals = signalsOf(microservice, autoscaling._features);
  // The activator counts the requests that it holds.
  const asked = [
    ...signals.filter((signal) => !isReportedByActivator(microservice, signal)).map(featureOf),
    ...(min === 0 && _plan === undefined && signals.some(canStart) ? [ScalingFeature.ZERO] : []),
  ];
  return [...new Set(asked)].filter((feature) => !autoscaling._features[feature].supported);
});

/** Metrics of the autoscaler. Empty where it lacks a feature that one of them needs. */
export const supportedSignals = rememberingLast((scaled: ScaledMicroservice): readonly ScalingMetric[] => {
  const { autoscaling, microservice } = scaled;
  return !microservice.settings.values.scaling.autoscaled || lackingFeatures(scaled).length > 0
    ? []
    : signalsOf(microservice, autoscaling._features);
});

/** Tells that a metric has a value while no replica runs. */
export function canStart({ _kind: kind }: ScalingMetric): boolean {
  return kind !== ScalingMetricKind.CPU && kind !== ScalingMetricKind.MEMORY;
}

function featureOf({ _kind: kind, _source: source }: ScalingMetric): ScalingFeature {
  return source === undefined ? FEATURE_OF[kind] : ScalingFeature.BROKER;
}
