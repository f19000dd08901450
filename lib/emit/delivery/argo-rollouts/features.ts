import { approximate, EXACT } from '../../../program';
import { DeliveryFeature, DeliveryFeatureTable } from '../features';

/** Features of Argo Rollouts. */
export const ARGO_ROLLOUTS_FEATURES: DeliveryFeatureTable = {
  [DeliveryFeature.CANARY]: EXACT,
  [DeliveryFeature.HEADER]: EXACT,
  [DeliveryFeature.MIRROR]: approximate('nobody judges the answers to copies'),
  [DeliveryFeature.BLUE_GREEN]: EXACT,
  [DeliveryFeature.ANALYSIS]: EXACT,
};
