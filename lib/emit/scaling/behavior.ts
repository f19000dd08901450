import type { IHorizontalPodAutoscalerBehavior } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerBehavior';
import { DeploymentWorkload, scaleDownRate, scaleUpRate } from '../../program';
import { RateFacts, SCALE_UP_PERIOD_SECONDS } from '../../values';

type Rules = NonNullable<IHorizontalPodAutoscalerBehavior['scaleDown']>;

/** Scaling behavior, where it differs from Kubernetes' default. */
export function behaviorOf(facts: DeploymentWorkload): IHorizontalPodAutoscalerBehavior {
  const up = scaleUpRate(facts.settings.values.scaling);
  return {
    ...(up !== undefined && { scaleUp: rules({ period: SCALE_UP_PERIOD_SECONDS, ...up }) }),
    // While a candidate takes requests, the version that may have to take them back keeps its replicas.
    scaleDown: {
      ...rules(scaleDownRate(facts)),
      ...(facts.delivery.canaryWeight > 0 && { selectPolicy: 'Disabled' }),
    },
  };
}

function rules({ percent, pods, period, stabilization }: RateFacts): Rules {
  const policies = [
    ...(percent === undefined ? [] : [{ type: 'Percent', value: percent, periodSeconds: period! }]),
    ...(pods === undefined ? [] : [{ type: 'Pods', value: pods, periodSeconds: period! }]),
  ];
  return {
    ...(policies.length > 0 && { policies }),
    ...(stabilization !== undefined && { stabilizationWindowSeconds: stabilization }),
  };
}
