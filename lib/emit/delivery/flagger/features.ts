import { approximate, EXACT } from '../../../program';
import { DeliveryFeature, DeliveryFeatureTable } from '../features';

/** Features of Flagger. */
export const FLAGGER_FEATURES: DeliveryFeatureTable = {
  [DeliveryFeature.CANARY]: approximate(
    'a version that fails keeps its requests for one step more and then hands them back at once, to the replicas ' +
      'that the old version has then, and its destinations have no retry budget, no bound on connections ' +
      'and no say over zones',
  ),
  [DeliveryFeature.HEADER]: approximate('a canary goes by one header or by weights, not by both'),
  [DeliveryFeature.MIRROR]: approximate(
    'there is one step of copies, before the first weight, and nobody judges the answers to copies',
  ),
  [DeliveryFeature.BLUE_GREEN]: approximate(
    "the new version takes the place of the old one within the old one's Deployment, which is not kept: " +
      'scaleDownDelay has no effect',
  ),
  [DeliveryFeature.ANALYSIS]: EXACT,
};
