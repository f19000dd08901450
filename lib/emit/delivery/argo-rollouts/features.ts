import { approximate, EXACT } from '../../../program';
import { DeliveryFeature, DeliveryFeatureTable } from '../features';

/** What Argo Rollouts does. */
export const ARGO_ROLLOUTS_FEATURES: DeliveryFeatureTable = {
  [DeliveryFeature.CANARY]: EXACT,
  [DeliveryFeature.HEADER]: EXACT,
  [DeliveryFeature.MIRROR]: approximate('nobody judges the answers to copies'),
  [DeliveryFeature.BLUE_GREEN]: EXACT,
  [DeliveryFeature.ANALYSIS]: EXACT,
};
