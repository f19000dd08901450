import type { Rule } from '../../../errors';
import { autoscalersWith, MS6003, ScalingFeature } from '../../../emit/scaling';
import { lackingFeatures, ScaledMicroservice } from './scaled';

/** Features whose requests an activator counts too. */
const COUNTED_BY_ACTIVATORS = [ScalingFeature.CONCURRENCY, ScalingFeature.REQUESTS_PER_SECOND];

/** The autoscaler of the platform can do everything that scaling states. */
export const MS6003_FEATURES: Rule<ScaledMicroservice> = {
  ...MS6003,

  evaluate: (scaled) => {
    const {
      autoscaling: { name, _features: features },
      microservice,
    } = scaled;
    const holds = features[ScalingFeature.HELD_REQUESTS].supported;
    return lackingFeatures(scaled).map((feature) => {
      const fromZero = microservice.settings.values.scaling.min === 0 && COUNTED_BY_ACTIVATORS.includes(feature);
      const others = fromZero && !holds ? autoscalersWith(ScalingFeature.HELD_REQUESTS) : [];
      const portless = fromZero && holds;
      return {
        message: `${name} cannot do ${feature}`,
        given:
          `stated for ${microservice.name}: ` +
          `${features[feature].reason}${portless ? ', and no port answers requests that could be held' : ''}`,
        allowed: `on platforms with ${[...autoscalersWith(feature), ...others].join(' or ')}`,
        fix: portless
          ? 'state the port that answers requests, or scale on something else'
          : 'state it on the platform, or scale on something else',
      };
    });
  },
};
