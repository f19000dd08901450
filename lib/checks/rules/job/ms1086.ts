import { type Rule, Severity } from '../../../errors';
import type { JobWorkload } from '../../../program';
import { ConcurrencyPolicy, shortestInterval } from '../../../values';

/** Concurrent runs of a schedule do not pile up. */
export const MS1086: Rule<JobWorkload> = {
  code: 'MS1086',
  title: 'runs of a schedule pile up',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'With ConcurrencyPolicy.ALLOW, a run starts beside those that have not ended. Where a run may take longer than ' +
    'the time to the next one, several work on the same data at once. Forbid or replace the run before, ' +
    'state a shorter deadline, or acknowledge the finding for runs that are meant to overlap.',
  reads: 'run and schedule of the job',

  evaluate: ({ name, run: { activeDeadline }, schedule }) => {
    if (schedule?.concurrencyPolicy !== ConcurrencyPolicy.ALLOW || activeDeadline === undefined) return [];
    const interval = shortestInterval(schedule.schedule);
    return interval === undefined || !(activeDeadline > interval)
      ? []
      : [
          {
            message: `up to ${Math.ceil(activeDeadline / interval)} runs of ${name} overlap`,
            given:
              `run.activeDeadline was ${activeDeadline} s, and the schedule '${schedule.schedule}' fires ` +
              `after ${interval} s`,
            allowed: `deadlines up to ${interval} s, or another concurrencyPolicy`,
            fix: 'state ConcurrencyPolicy.FORBID or REPLACE, or a shorter activeDeadline',
          },
        ];
  },
};
