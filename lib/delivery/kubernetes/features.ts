import { DeliveryFeature, DeliveryFeatureTable } from '../features';

const NO_CONTROLLER = 'no controller walks the steps: state the candidates from step to step';

/** What Kubernetes does without a controller. */
export const KUBERNETES_DELIVERY_FEATURES: DeliveryFeatureTable = {
  [DeliveryFeature.CANARY]: { level: 'approximate', lost: NO_CONTROLLER },
  [DeliveryFeature.HEADER]: { level: 'unsupported', lost: NO_CONTROLLER },
  [DeliveryFeature.MIRROR]: { level: 'unsupported', lost: NO_CONTROLLER },
  [DeliveryFeature.BLUE_GREEN]: { level: 'unsupported', lost: 'a Deployment exchanges replicas one by one' },
  [DeliveryFeature.ANALYSIS]: { level: 'approximate', lost: 'nothing takes a bad version back: alerts have to do' },
};
