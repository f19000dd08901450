import { Rule, Severity } from '../../../../errors';
import { judgedObjectives, DeploymentWorkload, stepSeconds } from '../../../../program';
import { CanaryStep, RolloutKind } from '../../../../values';
import { intervalSeconds, timedSteps } from '../analysis';

/** Every stated time of a step is as long as the longest, since Flagger has one interval for all. */
export const MS6143: Rule<DeploymentWorkload> = {
  code: 'MS6143',
  title: 'steps last longer than stated',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'With Flagger, all steps of a canary last as long as the longest. A computed time is the least that a ' +
    'step must last; a stated time is meant.',
  reads: 'rollout and objectives of the microservice',

  evaluate: (facts) => {
    const { rollout } = facts.settings.values;
    if (rollout._kind !== RolloutKind.CANARY || !facts.delivery.ownsRoutes) return [];
    const interval = intervalSeconds(facts);
    const seconds = (step: CanaryStep) => stepSeconds(step, rollout, judgedObjectives(facts))!;
    // A computed time is the least that a step must last, so it may grow.
    const shorter = timedSteps(rollout).filter((step) => step.pauseMillis !== undefined && seconds(step) < interval);
    return shorter.length === 0
      ? []
      : [
          {
            message: 'steps last longer than stated',
            given:
              `${shorter.map((step) => `${seconds(step)} s`).join(', ')} become ${interval} s: with Flagger, ` +
              'every step lasts as long as the longest',
            fix: `state ${interval} s for all of them, or acknowledge it`,
          },
        ];
  },
};
