import { Rule, Severity } from '../../../errors';
import { askedFeatures, DeliveredMicroservice } from './delivered';

/** The delivery of the platform does everything that a rollout asks for to its full extent. */
export const MS6112: Rule<DeliveredMicroservice> = {
  code: 'MS6112',
  title: 'part of a rollout is lost',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    "The platform's delivery comes near to the statement, and the finding names the difference. Acknowledge " +
    'it on the platforms where that is good enough; docs/delivery has the table. Of `KubernetesDelivery`, state ' +
    '`candidates`, and walk the steps by them.',
  reads: 'rollout of the microservice, delivery',

  evaluate: (delivered) => {
    const { delivery, microservice } = delivered;
    const lost = askedFeatures(delivered, 'approximate');
    return lost.length === 0
      ? []
      : [
          {
            message: `part of the rollout of ${microservice.name} is lost with ${delivery.name}`,
            given: lost.map((feature) => `${feature}: ${delivery._features[feature].lost}`).join('; '),
            fix: 'acknowledge it where that is good enough, or choose another delivery on the platform',
          },
        ];
  },
};
