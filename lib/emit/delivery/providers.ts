import { ARGO_ROLLOUTS_FEATURES } from './argo-rollouts/features';
import type { DeliveryFeature, DeliveryFeatureTable } from './features';
import { FLAGGER_FEATURES } from './flagger/features';
import { KUBERNETES_DELIVERY_FEATURES } from './kubernetes/features';

/** Support of every feature by each delivery, by the name of its class. */
export const DELIVERIES: Readonly<Record<string, DeliveryFeatureTable>> = {
  ArgoRollouts: ARGO_ROLLOUTS_FEATURES,
  Flagger: FLAGGER_FEATURES,
  KubernetesDelivery: KUBERNETES_DELIVERY_FEATURES,
};

/** The deliveries that do a feature, those that do it as it is stated first. */
export function deliveriesWith(feature: DeliveryFeature): string[] {
  const at = (level: string) =>
    Object.entries(DELIVERIES)
      .filter(([, features]) => features[feature].level === level)
      .map(([name]) => name);
  return [...at('exact'), ...at('approximate')];
}
