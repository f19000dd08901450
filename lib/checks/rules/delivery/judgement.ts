import type { Problem } from '../../../errors';
import { abortThreshold, judgedObjectives, DeploymentWorkload, secondsToJudge } from '../../../program';
import { CanaryStepKind, Objective, Rollout, RolloutKind, rounded } from '../../../values';
import type { Rule } from '../../rule';
import { described } from './steps';

/** A new version is judged by an objective, over steps in which enough of it is seen. */
export const judgement: Rule<DeploymentWorkload> = (facts) => {
  const { rollout } = facts.settings.values;
  if (rollout._kind !== RolloutKind.CANARY) return [];
  const judged = judgedObjectives(facts);
  return [...traffic(rollout), ...(rollout.analysis ? [...nothing(judged), ...steps(rollout, judged)] : [])];
};

function traffic({ requestsPerSecond }: Rollout): Problem[] {
  return requestsPerSecond === undefined || (requestsPerSecond > 0 && Number.isFinite(requestsPerSecond))
    ? []
    : [
        {
          code: 'MS6113',
          message: 'a canary counts on no requests',
          given: `requestsPerSecond was ${requestsPerSecond}`,
          allowed: 'numbers above 0',
          fix: 'state the requests a second of a quiet hour, or leave it out where they are not known',
        },
      ];
}

function nothing(judged: readonly Objective[]): Problem[] {
  return judged.length > 0
    ? []
    : [
        {
          code: 'MS6106',
          message: 'there is nothing to judge a new version by',
          given: 'no objective is about all requests',
          allowed: 'canaries of microservices with an objective, and such without analysis',
          fix: 'state objectives: [Objective.availability(99.9)], or analysis: false',
        },
      ];
}

/**
 * Failures that a step shows of a version that just deserves to be taken back: requests a second x share x failing
 * share x seconds.
 */
function steps({ steps: all, requestsPerSecond }: Rollout, judged: readonly Objective[]): Problem[] {
  if (requestsPerSecond === undefined || !(requestsPerSecond > 0)) return [];
  return all
    .filter(({ _kind: kind, pauseMillis }) => kind === CanaryStepKind.WEIGHT && pauseMillis !== undefined)
    .flatMap((step) =>
      judged.flatMap((objective): Problem[] => {
        const seconds = step.pauseMillis! / 1000;
        const threshold = abortThreshold(objective);
        const failures = rounded(requestsPerSecond * (step.percent! / 100) * threshold * seconds);
        const needed = secondsToJudge(objective, requestsPerSecond, step.percent!);
        return failures >= objective.minimumFailures
          ? []
          : [
              {
                code: 'MS6105',
                message: `the step ${described(step)} ends before ${objective.name} can be judged`,
                given:
                  `${requestsPerSecond} requests a second x ${step.percent}% x ${rounded(threshold * 100)}% ` +
                  (`failures x ${seconds} s = ${Number(failures.toPrecision(3))} failures, and ` +
                    `${objective.minimumFailures} count`),
                allowed: `${needed} s or more at this weight`,
                fix:
                  `leave the time out, state ${needed} s, or start at ` +
                  `${Math.ceil((step.percent! * needed) / seconds)}%`,
              },
            ];
      }),
    );
}
