import { type JobWorkload, Urgency } from '../../../program';
import type { AlertStatement } from '../alerts';
import { LATE_MINUTES } from './defaults';
import { ofSchedule } from './series';

/** A schedule did not start its run: the controller stands still, or the run before has not ended. */
export function notScheduled(facts: JobWorkload): AlertStatement[] {
  const { namespace, name, schedule } = facts;
  if (schedule === undefined || schedule.suspend) return [];
  // A run may start until its deadline.
  const late = Math.max(LATE_MINUTES * 60, schedule.startingDeadline ?? 0);
  return [
    {
      alert: 'JobNotScheduled',
      expr: `time() - max(${ofSchedule('kube_cronjob_next_schedule_time', facts)}) > ${late}`,
      urgency: Urgency.TICKET,
      summary: `A run of ${name} did not start`,
      description:
        `A run of ${namespace}/${name} should have started {{ $value | humanizeDuration }} ago. See whether the run ` +
        'before still runs, whether a quota or a policy refuses the Job, and whether the CronJob was suspended by ' +
        `hand: \`kubectl describe cronjob -n ${namespace} ${name}\`.`,
    },
  ];
}
