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
    'Argo Rollouts shows autoscalers the pods of both versions as one number. Load is shared by all of them, ' +
    'so that CPU and requests of each pod become less; memory does not: the average stays, times twice as ' +
    'many pods. From half of its target on, an autoscaler then wants more replicas of both versions, again ' +
    'and again, until it stands at its maximum (argo-rollouts#4847). Other deliveries have a workload, and an ' +
    'autoscaler, for each version.',
  reads: 'rollout and scaling of the microservice, delivery',

  evaluate: ({ settings, delivery: { versions, workloads } }) => {
    const { rollout, scaling } = settings.values;
    const countsBoth = versions !== undefined && workloads.length <= 1;
    if (rollout._kind !== RolloutKind.CANARY || !countsBoth || !scalesOnMemory(scaling)) return [];
    const { max, min } = scaling;
    return [
      {
        message: 'the autoscaler takes the pods of a new version for more load',
        given:
          `it scales on memory, ${min} to ${max}, and counts pods of both versions: ${min} + ${min}, each with ` +
          `as much memory as before, make it want ${Math.min(Math.ceil(2 * min * MEMORY_IN_USE), max)} of each ` +
          `version at ${100 * MEMORY_IN_USE} % of its target, then more, up to ${max}`,
        allowed: 'scaling on CPU, requests or backlogs: of these, each pod has less where there are more',
        fix:
          'state Scaling.onCpu(), or Rollout.rolling(), or another delivery on the platform, whose versions are ' +
          'counted apart',
      },
    ];
  },
};
