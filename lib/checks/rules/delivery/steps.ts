import type { Problem } from '../../../errors';
import { DeploymentWorkload } from '../../../program';
import { CanaryStep, CanaryStepKind, Rollout, RolloutKind } from '../../../values';
import type { Rule } from '../../rule';
import { headerProblems } from './headers';

/** The steps of a canary lead from no requests to all of them, each for a time. */
export const steps: Rule<DeploymentWorkload> = ({ settings }) => {
  const { rollout } = settings.values;
  return rollout._kind === RolloutKind.CANARY
    ? [
        ...none(rollout),
        ...weights(rollout),
        ...mirrored(rollout),
        ...rollout.steps.flatMap(pause),
        ...headerProblems(rollout.steps),
      ]
    : [];
};

/** A step, as programs state it. */
export function described({ _kind: kind, percent, headerName, headerValue }: CanaryStep): string {
  if (kind === CanaryStepKind.HEADER) return `header ${headerName}: ${headerValue}`;
  return kind === CanaryStepKind.APPROVAL ? 'approval' : `${kind} ${percent}`;
}

/** The steps of a kind. */
export function stepsOf({ steps: all }: Pick<Rollout, 'steps'>, kind: CanaryStepKind): CanaryStep[] {
  return all.filter((step) => step._kind === kind);
}

function none({ steps: all }: Rollout): Problem[] {
  return all.length > 0
    ? []
    : [
        {
          code: 'MS6102',
          message: 'a canary has no steps',
          given: 'steps was empty',
          allowed: 'one step or more',
          fix: 'state steps, leave them out for 5, 10, 25 and 50 percent, or state Rollout.rolling()',
        },
      ];
}

function weights(rollout: Rollout): Problem[] {
  const percents = stepsOf(rollout, CanaryStepKind.WEIGHT).map(({ percent }) => percent!);
  const given = `the weights were ${percents.join(', ')}`;
  const outside = percents.filter((percent) => !Number.isInteger(percent) || percent < 1 || percent > 99);
  if (outside.length > 0) {
    return [
      {
        code: 'MS6102',
        message: `a step sends ${outside[0]} percent of the requests to the new version`,
        given,
        allowed: 'whole percents from 1 to 99',
        fix: 'leave out what sends nothing or everything: after the last step, the new version takes all requests',
      },
    ];
  }
  const at = percents.findIndex((percent, index) => index > 0 && percent <= percents[index - 1]!);
  return at < 0
    ? []
    : [
        {
          code: 'MS6102',
          message: `a step of ${percents[at]} percent comes after one of ${percents[at - 1]}`,
          given,
          allowed: 'weights that rise from step to step',
          fix: `state ${[...new Set(percents)].sort((a, b) => a - b).join(', ')}`,
        },
      ];
}

function mirrored(rollout: Rollout): Problem[] {
  return stepsOf(rollout, CanaryStepKind.MIRROR)
    .filter(({ percent }) => !Number.isInteger(percent) || percent! < 1 || percent! > 100)
    .map(({ percent }): Problem => ({
      code: 'MS6102',
      message: `a step copies ${percent} percent of the requests`,
      given: `mirror was ${percent}`,
      allowed: 'whole percents from 1 to 100',
      fix: 'state how many percent of the requests are copied',
    }));
}

function pause(step: CanaryStep): Problem[] {
  const { pauseMillis } = step;
  return pauseMillis === undefined || (pauseMillis >= 1000 && pauseMillis % 1000 === 0)
    ? []
    : [
        {
          code: 'MS6103',
          message: 'the time of a step is impossible',
          given: `the step ${described(step)} lasts ${pauseMillis} ms`,
          allowed: 'whole seconds, 1 or more',
          fix: 'state whole seconds, or leave the time out to have it computed',
        },
      ];
}
