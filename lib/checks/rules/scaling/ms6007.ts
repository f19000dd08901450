import { Rule, Severity } from '../../../errors';
import { drainSeconds, lifecycle, DeploymentWorkload, scaleDownRate } from '../../../program';
import { LONGEST_PERIOD_SECONDS } from '../../../values';
import { invalidRates } from './rates';

/** Replicas leave no faster than they drain. */
export const MS6007: Rule<DeploymentWorkload> = {
  code: 'MS6007',
  title: 'replicas leave faster than they drain',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A terminating replica ends its requests first. Where the next period begins before that, more replicas ' +
    'terminate at once than was stated, and a load that comes back meets too few. Let a period of `scaleDown` be ' +
    'as long as a replica takes to terminate. The API accepts at most 30 minutes: leave it out, or acknowledge the ' +
    'finding, where requests take longer.',
  reads: 'scaling and longest request of the microservice',

  evaluate: (facts) => {
    const { longestRequest, scaling } = facts.settings.values;
    // The default period is as long as replicas drain, or as the API accepts.
    if (!scaling.autoscaled || scaling._scaleDown?.period === undefined) return [];
    const drain = drainSeconds(facts);
    const { period } = scaleDownRate(facts);
    if (!(period < drain) || invalidRates(scaling).length > 0) return [];
    const { preStop } = lifecycle({ ...facts.settings.values, serves: facts.ports.length > 0 });
    const fits = drain <= LONGEST_PERIOD_SECONDS;
    return [
      {
        message: `replicas of ${facts.name} leave faster than they drain`,
        given:
          `the period of scaleDown is ${period} s; one takes up to ${drain} s = ${preStop} s preStop + ` +
          `${longestRequest} s lifecycle.longestRequest + ${drain - preStop - longestRequest} s margin`,
        allowed: fits
          ? `periods from ${drain} s`
          : `periods up to ${LONGEST_PERIOD_SECONDS} s: the API accepts no longer ones`,
        fix: fits
          ? 'leave the period out, or make it longer'
          : 'state a shorter lifecycle.longestRequest, or acknowledge this',
      },
    ];
  },
};
