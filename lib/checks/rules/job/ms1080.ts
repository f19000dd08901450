import { type Rule, Severity } from '../../../errors';
import type { JobWorkload } from '../../../program';
import { neverFires, scheduleProblem } from '../../../values';

/** Kubernetes accepts the schedule of a job, and it fires. */
export const MS1080: Rule<JobWorkload> = {
  code: 'MS1080',
  title: 'invalid schedule of a job',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A schedule has the five fields of cron (minute, hour, day of the month, month, day of the week), or is a word ' +
    'such as `@daily`, or `@every 1h30m`. Its time zone stands in `timeZone`. Days of the week go from 0 to 6. ' +
    'Kubernetes accepts days that no month has, such as the 30th of February, and never starts a run.',
  reads: 'schedule of the job',

  evaluate: ({ name, schedule }) => {
    if (schedule === undefined) return [];
    const { schedule: text, suspend } = schedule;
    const fault = scheduleProblem(text);
    const never = fault === undefined && !suspend ? neverFires(text) : undefined;
    return [
      ...(fault === undefined
        ? []
        : [
            {
              message: `Kubernetes refuses the schedule of ${name}`,
              given: `schedule was '${text}': ${fault}`,
              allowed: "five fields of cron, as in '0 3 * * *', a word such as @daily, or @every and a duration",
              fix: text.includes('TZ')
                ? "state timeZone, as in timeZone: 'Europe/Berlin', and leave it out of the schedule"
                : "state the schedule so, as in '30 3 * * mon-fri'",
            },
          ]),
      ...(never === undefined
        ? []
        : [
            {
              message: `the schedule of ${name} never fires`,
              given: `schedule was '${text}': ${never}`,
              allowed: 'schedules with a time that comes',
              fix: 'state a day that the month has, as in 28 for February',
            },
          ]),
    ];
  },
};
