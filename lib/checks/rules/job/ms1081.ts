import { type Rule, Severity } from '../../../errors';
import type { JobWorkload } from '../../../program';
import { isTimeZone } from '../../../values';

/** The time zone of a schedule exists. */
export const MS1081: Rule<JobWorkload> = {
  code: 'MS1081',
  title: 'unknown time zone of a schedule',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The API server refuses a CronJob whose time zone its database does not have. Names are those of the IANA, such ' +
    'as `Europe/Berlin`, with their capital letters. They are compared with those that Node.js has: acknowledge the ' +
    'finding for a zone that is newer.',
  reads: 'time zone of the job',

  evaluate: ({ name, schedule }) =>
    schedule?.timeZone === undefined || isTimeZone(schedule.timeZone)
      ? []
      : [
          {
            message: `the time zone of ${name} is unknown`,
            given: `timeZone was '${schedule.timeZone}'`,
            allowed: 'names of the IANA, such as Europe/Berlin, Etc/UTC or UTC',
            fix: "state such a name, as in timeZone: 'America/New_York'",
          },
        ],
};
