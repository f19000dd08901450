import { approximate, EXACT, unsupported } from '../../../program';
import { DeliveryFeature, DeliveryFeatureTable } from '../features';

const NO_CONTROLLER = 'no controller walks the steps: state the candidates from step to step';

/** Features of Kubernetes without a delivery controller. */
export const KUBERNETES_DELIVERY_FEATURES: DeliveryFeatureTable = {
  [DeliveryFeature.CANARY]: approximate(NO_CONTROLLER),
  [DeliveryFeature.HEADER]: unsupported(NO_CONTROLLER),
  [DeliveryFeature.MIRROR]: unsupported(NO_CONTROLLER),
  [DeliveryFeature.BLUE_GREEN]: unsupported('a Deployment exchanges replicas one by one'),
  [DeliveryFeature.ANALYSIS]: approximate('nothing takes a bad version back: alerts have to do'),
};

/** The same where candidates are stated: whoever states them walks the steps. */
export const WALKED_FEATURES: DeliveryFeatureTable = {
  ...KUBERNETES_DELIVERY_FEATURES,
  [DeliveryFeature.CANARY]: EXACT,
};
