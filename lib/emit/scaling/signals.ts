import { DeploymentWorkload, requestSeries, scaledOn } from '../../program';
import { ScalingMetric } from '../../values';
import { ScalingFeature, ScalingFeatureTable } from './features';

/**
 * Metrics that a microservice scales on with an autoscaler of these features.
 *
 * For a load, these are requests where they are measured, else CPU use.
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
