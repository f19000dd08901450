import type { IHorizontalPodAutoscalerSpec } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerSpec';
import type { DeploymentWorkload } from '../../../program';

/**
 * A number of replicas, as an autoscaler that has no choice.
 *
 * Flagger starts the version that takes the requests with as many replicas as the Deployment has, and then sets those
 * to 0: a number in the
 * Deployment would start them again with every apply, and without one there would be a single replica.
 */
export function fixedReplicasSpec({ object, settings }: DeploymentWorkload): IHorizontalPodAutoscalerSpec {
  const { min } = settings.values.scaling;
  return {
    minReplicas: min,
    maxReplicas: min,
    scaleTargetRef: { ...object },
    metrics: [
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 100 } } },
    ],
  };
}
