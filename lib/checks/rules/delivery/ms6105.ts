import { Detail, Rule, Severity } from '../../../errors';
import { abortThreshold, judgedObjectives, DeploymentWorkload, secondsToJudge } from '../../../program';
import { CanaryStep, CanaryStepKind, Objective, RolloutKind, rounded } from '../../../values';
import { describedStep, stepsOf } from './steps';

/** Every step lasts until its objectives can be judged. */
export const MS6105: Rule<DeploymentWorkload> = {
  code: 'MS6105',
  title: 'a step ends before it can be judged',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A version that just deserves to be taken back fails so many requests that the fastest alert of an ' +
    'objective would page. At its weight, the step must last until as many failures as count ' +
    '(`minimumFailures`) can have been seen: failures / (requests a second x share of the version x share of ' +
    'failures). Leave the time out to have it computed.',
  reads: 'rollout and objectives of the microservice',

  evaluate: (facts) => {
    const { rollout } = facts.settings.values;
    const { requestsPerSecond } = rollout;
    if (rollout._kind !== RolloutKind.CANARY || !rollout.analysis) return [];
    if (requestsPerSecond === undefined || !(requestsPerSecond > 0)) return [];
    return stepsOf(rollout, CanaryStepKind.WEIGHT)
      .filter(({ pauseMillis }) => pauseMillis !== undefined)
      .flatMap((step) => judgedObjectives(facts).flatMap((objective) => tooShort(step, objective, requestsPerSecond)));
  },
};

/**
 * Failures that a step shows of a version that just deserves to be taken back: requests a second x share x failing
 * share x seconds.
 */
function tooShort(step: CanaryStep, objective: Objective, requestsPerSecond: number): Detail[] {
  const percent = step.percent!;
  const seconds = step.pauseMillis! / 1000;
  const threshold = abortThreshold(objective);
  const failures = rounded(requestsPerSecond * (percent / 100) * threshold * seconds);
  const needed = secondsToJudge(objective, requestsPerSecond, percent);
  return failures >= objective.minimumFailures
    ? []
    : [
        {
          message: `the step ${describedStep(step)} ends before ${objective.name} can be judged`,
          given:
            `${requestsPerSecond} requests a second x ${percent}% x ${rounded(threshold * 100)}% failures x ` +
            `${seconds} s = ${Number(failures.toPrecision(3))} failures, and ${objective.minimumFailures} count`,
          allowed: `${needed} s or more at this weight`,
          fix: `leave the time out, state ${needed} s, or start at ${Math.ceil((percent * needed) / seconds)}%`,
        },
      ];
}
