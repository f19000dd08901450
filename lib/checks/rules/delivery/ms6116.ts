import { Rule, Severity } from '../../../errors';
import { DeploymentWorkload, scalesOnMemory } from '../../../program';
import { RolloutKind } from '../../../values';

/** The share of its target at which the example of the finding has memory in use. */
const MEMORY_IN_USE = 0.8;

/**
 * An autoscaler that counts pods of both versions does not scale on memory: their average stays, while their number
 * doubles.
 */
export const MS6116: Rule<DeploymentWorkload> = {
  code: 'MS6116',
  title: 'a canary would scale itself up',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'With Argo Rollouts, an autoscaler counts the pods of both versions together, and a canary may double their ' +
    'number. CPU and requests are then shared by more pods, so that each has less; the memory of a pod stays as it ' +
    'is. From half of its target on, the autoscaler takes that for more load and adds replicas of both versions, ' +
    'again and again, up to its maximum (argo-rollouts#4847). Other deliveries have a workload, and an autoscaler, ' +
    'for each version.',
  reads: 'rollout and scaling of the microservice, delivery',

  evaluate: ({ settings, delivery: { versions, workloads } }) => {
    const { rollout, scaling } = settings.values;
    const countsBoth = versions !== undefined && workloads.length <= 1;
    if (rollout._kind !== RolloutKind.CANARY || !countsBoth || !scalesOnMemory(scaling)) return [];
    const { max, min } = scaling;
    return [
      {
        message: 'a canary of a microservice that scales on memory would start replicas without more load',
        given:
          `scaling is on memory, from ${min} to ${max} replicas; with ${min} pods of each version at ` +
          `${100 * MEMORY_IN_USE} % of the target, the autoscaler asks for ` +
          `${Math.min(Math.ceil(2 * min * MEMORY_IN_USE), max)} of each, then for more, up to ${max}`,
        allowed: 'scaling on CPU, requests or backlogs, of which a pod has less where there are more pods',
        fix:
          'state Scaling.onCpu(), or Rollout.rolling(), or another delivery on the platform, whose versions are ' +
          'counted apart',
      },
    ];
  },
};
