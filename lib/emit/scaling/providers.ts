import type { ScalingFeature, ScalingFeatureTable } from './features';
import { horizontalPodAutoscalingFeatures } from './horizontal-pod-autoscaling';
import { kedaFeatures } from './keda';

/** What each autoscaler does with all that it can be told on the platform, by the name of its class. */
export const AUTOSCALERS: Readonly<Record<string, ScalingFeatureTable>> = {
  HorizontalPodAutoscaling: horizontalPodAutoscalingFeatures({
    requestsPerSecond: 'stated',
    concurrency: 'stated',
    latency: 'stated',
    backlogs: true,
  }),
  Keda: kedaFeatures({ prometheus: true, httpAddOn: true }),
};

/** The autoscalers that do a feature, and what the platform has to state for it. */
export function autoscalersWith(feature: ScalingFeature): string[] {
  return Object.entries(AUTOSCALERS)
    .filter(([, features]) => features[feature].supported)
    .map(([name, features]) => {
      const { reason } = features[feature];
      return reason === undefined ? name : `${name} with ${reason}`;
    });
}
