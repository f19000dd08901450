import { DeploymentWorkload, requestSeries, scaledOn } from '../../program';
import { ScalingMetric } from '../../values';
import { ScalingFeature, ScalingFeatureTable } from './features';

/**
 * What a microservice is scaled on by an autoscaler that can do so much: for a load, requests where they are measured,
 * else CPU use.
 */
export function signalsOf(facts: DeploymentWorkload, features: ScalingFeatureTable): ScalingMetric[] {
  const { scaling } = facts.settings.values;
  return scaledOn(
    scaling,
    scaling._plan !== undefined &&
      features[ScalingFeature.REQUESTS_PER_SECOND].supported &&
      requestSeries(facts) !== undefined,
  );
}
