import type { ScalingFeature, ScalingFeatureTable } from './features';
import { horizontalPodAutoscalingFeatures } from './horizontal-pod-autoscaling';
import { kedaFeatures } from './keda';

/** Features of each autoscaler with all its props stated, by the name of its class. */
export const AUTOSCALERS: Readonly<Record<string, ScalingFeatureTable>> = {
  HorizontalPodAutoscaling: horizontalPodAutoscalingFeatures({
    requestsPerSecond: 'stated',
    concurrency: 'stated',
    latency: 'stated',
    backlogs: true,
  }),
  Keda: kedaFeatures({ prometheus: true, httpAddOn: true }),
};

/** Autoscalers that support a feature, and the platform props that they need. */
export function autoscalersWith(feature: ScalingFeature): string[] {
  return Object.entries(AUTOSCALERS)
    .filter(([, features]) => features[feature].supported)
    .map(([name, features]) => {
      const { reason } = features[feature];
      return reason === undefined ? name : `${name} with ${reason}`;
    });
}
