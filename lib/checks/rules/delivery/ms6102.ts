import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { CanaryStepKind, Rollout, RolloutKind } from '../../../values';
import { stepsOf } from './steps';

/** The steps of a canary rise from no requests to all of them. */
export const MS6102: Rule<DeploymentWorkload> = {
  code: 'MS6102',
  title: 'invalid steps of a canary',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A canary has one step or more. Weights are whole percents from 1 to 99 that rise from step to step: ' +
    'after the last one, the new version takes all requests. Copies are made of 1 to 100 percent of the requests.',
  reads: 'rollout of the microservice',

  evaluate: ({ settings }) => {
    const { rollout } = settings.values;
    if (rollout._kind !== RolloutKind.CANARY) return [];
    return rollout.steps.length === 0
      ? [
          {
            message: 'a canary has no steps',
            given: 'steps was empty',
            allowed: 'one step or more',
            fix: 'state steps, leave them out for 5, 10, 25 and 50 percent, or state Rollout.rolling()',
          },
        ]
      : [...weights(rollout), ...copies(rollout)];
  },
};

function weights(rollout: Rollout): Detail[] {
  const percents = stepsOf(rollout, CanaryStepKind.WEIGHT).map(({ percent }) => percent!);
  const given = `the weights were ${percents.join(', ')}`;
  const outside = percents.find((percent) => !Number.isInteger(percent) || percent < 1 || percent > 99);
  if (outside !== undefined)
    return [
      {
        message: `a step sends ${outside} percent of the requests to the new version`,
        given,
        allowed: 'whole percents from 1 to 99',
        fix: 'leave out steps of no and of all requests: after the last step, the new version takes all requests',
      },
    ];
  const at = percents.findIndex((percent, index) => index > 0 && percent <= percents[index - 1]!);
  return at < 0
    ? []
    : [
        {
          message: `a step of ${percents[at]} percent comes after one of ${percents[at - 1]}`,
          given,
          allowed: 'weights that rise from step to step',
          fix: `state ${[...new Set(percents)].sort((a, b) => a - b).join(', ')}`,
        },
      ];
}

function copies(rollout: Rollout): Detail[] {
  return stepsOf(rollout, CanaryStepKind.MIRROR)
    .filter(({ percent }) => !Number.isInteger(percent) || percent! < 1 || percent! > 100)
    .map(({ percent }) => ({
      message: `a step copies ${percent} percent of the requests`,
      given: `mirror was ${percent}`,
      allowed: 'whole percents from 1 to 100',
      fix: 'state how many percent of the requests are copied',
    }));
}
