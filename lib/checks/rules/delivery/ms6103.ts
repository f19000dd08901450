import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { CanaryStep, RolloutKind, isWhole } from '../../../values';
import { describedStep } from './steps';

/** The times of a rollout are whole seconds. */
export const MS6103: Rule<DeploymentWorkload> = {
  code: 'MS6103',
  title: 'invalid time of a rollout',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Controllers count whole seconds. A step lasts a second or more; without a time, it lasts as long as its ' +
    'objectives take to be judged.',
  reads: 'rollout of the microservice',

  evaluate: ({ settings }) => {
    const { _kind: kind, steps, scaleDownDelay } = settings.values.rollout;
    if (kind === RolloutKind.CANARY) return steps.flatMap(pause);
    return kind !== RolloutKind.BLUE_GREEN || scaleDownDelay === undefined || isWhole(scaleDownDelay, 0)
      ? []
      : [
          {
            message: 'the time for which the old version is kept is invalid',
            given: `scaleDownDelay was ${scaleDownDelay} s`,
            allowed: 'whole seconds',
            fix: 'state whole seconds',
          },
        ];
  },
};

function pause(step: CanaryStep): Detail[] {
  const { pauseMillis } = step;
  return pauseMillis === undefined || (pauseMillis >= 1000 && pauseMillis % 1000 === 0)
    ? []
    : [
        {
          message: 'the time of a step is invalid',
          given: `the step ${describedStep(step)} lasts ${pauseMillis} ms`,
          allowed: 'whole seconds, 1 or more',
          fix: 'state whole seconds, or leave the time out to have it computed',
        },
      ];
}
