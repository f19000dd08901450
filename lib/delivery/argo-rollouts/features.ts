import { approximate, EXACT } from '../../model';
import { DeliveryFeature, DeliveryFeatureTable } from '../features';

const OWN_ROUTES = 'the controller makes routes of its own for them, without a timeout, and Istio tries their requests again as it does by default';

/** What Argo Rollouts does. */
export const ARGO_ROLLOUTS_FEATURES: DeliveryFeatureTable = {
  [DeliveryFeature.CANARY]: EXACT,
  [DeliveryFeature.HEADER]: approximate(OWN_ROUTES),
  [DeliveryFeature.MIRROR]: approximate(`${OWN_ROUTES}; nobody judges the answers to copies`),
  [DeliveryFeature.BLUE_GREEN]: EXACT,
  [DeliveryFeature.ANALYSIS]: EXACT,
};
