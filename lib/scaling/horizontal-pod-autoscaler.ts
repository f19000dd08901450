import type { IHorizontalPodAutoscalerSpec } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscalerSpec';
import { ContainerRole, MicroserviceFacts } from '../model';

/** Who decides the number of replicas of a workload. */
export function horizontalPodAutoscalerSpec(facts: MicroserviceFacts): IHorizontalPodAutoscalerSpec {
  const { min, max, cpuUtilization, memoryUtilization } = facts.settings.values.scaling;
  const container = facts.containers.find(({ role }) => role === ContainerRole.MAIN)!.name;
  // Of the main container alone: the idle share of a sidecar would hide its load.
  const metric = (name: string, averageUtilization: number) => ({
    type: 'ContainerResource',
    containerResource: { name, container, target: { type: 'Utilization', averageUtilization } },
  });
  return {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: facts.name },
    minReplicas: min,
    maxReplicas: max,
    metrics: [
      ...(cpuUtilization === undefined ? [] : [metric('cpu', cpuUtilization)]),
      ...(memoryUtilization === undefined ? [] : [metric('memory', memoryUtilization)]),
    ],
  };
}
