import { Rule, Severity } from '../../../errors';
import { askedFeatures, DeliveredMicroservice } from './delivered';

/** The delivery of the platform does everything that a rollout asks for to its full extent. */
export const MS6112: Rule<DeliveredMicroservice> = {
  code: 'MS6112',
  title: 'the delivery does part of a rollout otherwise than stated',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    "The platform's delivery has no exact counterpart of a step or an option of the rollout, and does something " +
    'similar. The finding names the difference. Acknowledge it where that is good enough; docs/delivery/README.md ' +
    'lists what each delivery can do. Of `KubernetesDelivery`, state `candidates`, and walk the steps by them.',
  reads: 'rollout of the microservice, delivery',

  evaluate: (delivered) => {
    const { delivery, microservice } = delivered;
    const lost = askedFeatures(delivered, 'approximate');
    return lost.length === 0
      ? []
      : [
          {
            message: `${delivery.name} does part of the rollout of ${microservice.name} otherwise than stated`,
            given: lost.map((feature) => `${feature}: ${delivery._features[feature].lost}`).join('; '),
            fix: 'acknowledge it where that is good enough, or choose another delivery on the platform',
          },
        ];
  },
};
