import { Delivery, DeliveryFeature } from '../../../emit/delivery';
import { FeatureSupport, judgedObjectives, DeploymentWorkload } from '../../../program';
import { CanaryStepKind, RolloutKind } from '../../../values';
import { stepsOf } from './steps';

/** A microservice and the delivery of its platform. */
export interface DeliveredMicroservice {
  readonly delivery: Delivery;
  readonly microservice: DeploymentWorkload;
}

/** The features that a rollout asks for and that the delivery has at a level of support. */
export function askedFeatures(
  { delivery, microservice }: DeliveredMicroservice,
  level: FeatureSupport['level'],
): DeliveryFeature[] {
  return features(microservice, delivery).filter((feature) => delivery._features[feature].level === level);
}

function features(facts: DeploymentWorkload, { _isWalkedByProps: isWalked }: Delivery): DeliveryFeature[] {
  const { rollout } = facts.settings.values;
  if (rollout._kind === RolloutKind.BLUE_GREEN) return [DeliveryFeature.BLUE_GREEN];
  if (rollout._kind !== RolloutKind.CANARY) return [];
  // Whoever states the candidates judges them, unless the program asks for more than the default.
  const isJudged = rollout.analysis === true && (!isWalked || rollout._statesAnalysis);
  const has = (kind: CanaryStepKind) => stepsOf(rollout, kind).length > 0;
  return [
    ...(has(CanaryStepKind.WEIGHT) ? [DeliveryFeature.CANARY] : []),
    ...(has(CanaryStepKind.HEADER) ? [DeliveryFeature.HEADER] : []),
    ...(has(CanaryStepKind.MIRROR) ? [DeliveryFeature.MIRROR] : []),
    ...(isJudged && judgedObjectives(facts).length > 0 ? [DeliveryFeature.ANALYSIS] : []),
  ];
}
