import { type Detail, type Rule, Severity } from '../../../errors';
import { type JobWorkload, startOf } from '../../../program';
import { isWhole } from '../../../values';

/** Largest number of seconds that Kubernetes takes. */
const MOST_SECONDS = 2 ** 31 - 1;

/** The CronJob controller looks every ten seconds. */
const CONTROLLER_SECONDS = 10;

/** Times of a job are such as Kubernetes can keep. */
export const MS1083: Rule<JobWorkload> = {
  code: 'MS1083',
  title: 'invalid time of a job',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Times are whole seconds. A run has at least the time that its start takes, with the init containers. A run of a ' +
    'schedule has ten seconds or more to be started, since the controller looks every ten seconds and would leave it ' +
    'out otherwise.',
  reads: 'run and schedule of the job, start-up time',

  evaluate: (facts) => {
    const { run, schedule } = facts;
    const bounds: readonly [string, number | undefined, number, string][] = [
      ['run.activeDeadline', run.activeDeadline, 1, 'Duration.hours(1)'],
      ['run.ttlAfterFinished', run.ttlAfterFinished, 0, 'Duration.days(1)'],
      ['lifecycle.terminationGracePeriod', run.terminationGracePeriod, 0, 'Duration.seconds(30)'],
      ['scheduling.startingDeadline', schedule?.startingDeadline, CONTROLLER_SECONDS, 'Duration.minutes(5)'],
    ];
    const invalid = bounds.flatMap(([name, value, least, example]): Detail[] =>
      value === undefined || (isWhole(value, least) && value <= MOST_SECONDS)
        ? []
        : [
            {
              message: `${name} of ${facts.name} is invalid`,
              given: `it was ${value} s`,
              allowed: `whole seconds from ${least} to ${MOST_SECONDS}`,
              fix: `state such a time, as in ${name.split('.')[1]}: ${example}`,
            },
          ],
    );
    return invalid.length > 0 ? invalid : tooShort(facts);
  },
};

function tooShort(facts: JobWorkload): Detail[] {
  const { activeDeadline } = facts.run;
  const start = startOf(facts).ready;
  return activeDeadline === undefined || activeDeadline > start
    ? []
    : [
        {
          message: `${facts.name} has no time to run`,
          given: `run.activeDeadline was ${activeDeadline} s, and a start takes up to ${start} s`,
          allowed: `more than ${start} s`,
          fix: 'state a longer activeDeadline, or the startupTime that the job has',
        },
      ];
}
