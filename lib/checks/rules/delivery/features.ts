import { Delivery, DeliveryFeature, deliveriesWith } from '../../../emit/delivery';
import type { Problem } from '../../../errors';
import { judgedObjectives, DeploymentWorkload } from '../../../program';
import { CanaryStepKind, RolloutKind } from '../../../values';
import { stepsOf } from './steps';

/** What a rollout asks for, the platform's delivery does. */
export function featureProblems(delivery: Delivery, facts: DeploymentWorkload): Problem[] {
  const asked = askedOf(facts);
  const support = (feature: DeliveryFeature) => delivery._features[feature];
  const lost = asked.filter((feature) => support(feature).level === 'approximate');
  return [
    ...asked
      .filter((feature) => support(feature).level === 'unsupported')
      .map((feature): Problem => ({
        code: 'MS6111',
        message: `${delivery.name} cannot do ${feature}`,
        given: `the rollout asks for it: ${support(feature).lost}`,
        allowed: `on platforms with ${deliveriesWith(feature).join(' or ')}`,
        fix: 'state another rollout, or choose another delivery on the platform',
      })),
    ...(lost.length === 0
      ? []
      : [
          {
            code: 'MS6112' as const,
            message: `part of the rollout of ${facts.name} is lost with ${delivery.name}`,
            given: lost.map((feature) => `${feature}: ${support(feature).lost}`).join('; '),
            fix: 'acknowledge it where that is good enough, or choose another delivery on the platform',
          },
        ]),
  ];
}

function askedOf(facts: DeploymentWorkload): DeliveryFeature[] {
  const { rollout } = facts.settings.values;
  if (rollout._kind === RolloutKind.BLUE_GREEN) return [DeliveryFeature.BLUE_GREEN];
  if (rollout._kind !== RolloutKind.CANARY) return [];
  const has = (kind: CanaryStepKind) => stepsOf(rollout, kind).length > 0;
  return [
    ...(has(CanaryStepKind.WEIGHT) ? [DeliveryFeature.CANARY] : []),
    ...(has(CanaryStepKind.HEADER) ? [DeliveryFeature.HEADER] : []),
    ...(has(CanaryStepKind.MIRROR) ? [DeliveryFeature.MIRROR] : []),
    ...(rollout.analysis && judgedObjectives(facts).length > 0 ? [DeliveryFeature.ANALYSIS] : []),
  ];
}
