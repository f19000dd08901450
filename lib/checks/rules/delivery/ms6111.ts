import { Rule, Severity } from '../../../errors';
import { deliveriesWith } from '../../../emit/delivery';
import { askedFeatures, DeliveredMicroservice } from './delivered';

/** The delivery of the platform can do everything that a rollout asks for. */
export const MS6111: Rule<DeliveredMicroservice> = {
  code: 'MS6111',
  title: 'the delivery lacks a feature of the rollout',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: 'The finding names the deliveries that can; docs/delivery has the table.',
  reads: 'rollout of the microservice, delivery',

  evaluate: (delivered) => {
    const { delivery } = delivered;
    return askedFeatures(delivered, 'unsupported').map((feature) => ({
      message: `${delivery.name} cannot do ${feature}`,
      given: `the rollout asks for it: ${delivery._features[feature].lost}`,
      allowed: `on platforms with ${deliveriesWith(feature).join(' or ')}`,
      fix: 'state another rollout, or choose another delivery on the platform',
    }));
  },
};
