import type { Problem } from '../../../errors';
import { drainSeconds, lifecycle, DeploymentWorkload, scaleDownRate } from '../../../program';
import { LONGEST_PERIOD_SECONDS, RateFacts } from '../../../values';
import { isWhole, Rule } from '../../rule';

const LONGEST_STABILIZATION_SECONDS = 3600;

/** Replicas come and leave as fast as the API accepts, and leave no faster than they drain. */
export const scalingRates: Rule<DeploymentWorkload> = (facts) => {
  const { autoscaled, _scaleUp: up = {}, _scaleDown: down = {} } = facts.settings.values.scaling;
  if (!autoscaled) return [];
  const impossible = [...rateProblems('scaleUp', up), ...rateProblems('scaleDown', down)];
  return impossible.length > 0 ? impossible : tooFast(facts);
};

function rateProblems(name: 'scaleUp' | 'scaleDown', { percent, pods, period, stabilization }: RateFacts): Problem[] {
  const problem = (field: string, value: string, allowed: string): Problem => ({
    code: 'MS6011',
    message: `${name} is impossible`,
    given: `${name}.${field} was ${value}`,
    allowed,
    fix: 'correct it, or leave it out',
  });
  const most = name === 'scaleDown' ? 100 : undefined;
  return [
    ...(percent === undefined || isWhole(percent, 1, most)
      ? []
      : [
          problem('percent', `${percent}`, most === undefined ? 'whole numbers from 1' : 'whole numbers from 1 to 100'),
        ]),
    ...(pods === undefined || isWhole(pods, 1) ? [] : [problem('pods', `${pods}`, 'whole numbers from 1')]),
    ...(period === undefined || isWhole(period, 1, LONGEST_PERIOD_SECONDS)
      ? []
      : [problem('period', `${period} s`, `whole seconds from 1 to ${LONGEST_PERIOD_SECONDS}`)]),
    ...(stabilization === undefined || isWhole(stabilization, 0, LONGEST_STABILIZATION_SECONDS)
      ? []
      : [problem('stabilization', `${stabilization} s`, `whole seconds from 0 to ${LONGEST_STABILIZATION_SECONDS}`)]),
  ];
}

function tooFast(facts: DeploymentWorkload): Problem[] {
  const drain = drainSeconds(facts);
  const { period } = scaleDownRate(facts);
  // Of itself it is as long as replicas drain, or as the API accepts.
  if (facts.settings.values.scaling._scaleDown?.period === undefined || !(period < drain)) return [];
  const { longestRequest } = facts.settings.values;
  const { preStop } = lifecycle({ ...facts.settings.values, serves: facts.ports.length > 0 });
  return [
    {
      code: 'MS6007',
      message: `replicas of ${facts.name} leave faster than they drain`,
      given:
        `the period of scaleDown is ${period} s; one takes up to ${drain} s = ${preStop} s preStop + ` +
        `${longestRequest} s longestRequest + ${drain - preStop - longestRequest} s margin`,
      allowed:
        drain <= LONGEST_PERIOD_SECONDS
          ? `periods from ${drain} s`
          : `periods up to ${LONGEST_PERIOD_SECONDS} s: the API accepts no longer ones`,
      fix:
        drain <= LONGEST_PERIOD_SECONDS
          ? 'leave the period out, or make it longer'
          : 'state a shorter longestRequest, or acknowledge this',
    },
  ];
}
