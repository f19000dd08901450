import { type Rule, Severity } from '../../../errors';
import type { JobWorkload } from '../../../program';

/** A job ends. */
export const MS1082: Rule<JobWorkload> = {
  code: 'MS1082',
  title: 'a job may never end',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'Without a deadline, a run whose process hangs never ends: it keeps its resources, no alert fires, and a ' +
    'schedule that forbids concurrent runs starts no further one. State the longest time that a run takes, its ' +
    'retries included; acknowledge the finding for a job that is meant to run for as long as it takes.',
  reads: 'run of the job',

  evaluate: ({ name, run, schedule }) =>
    run.activeDeadline !== undefined
      ? []
      : [
          {
            message: `a run of ${name} that hangs never ends`,
            given: `run.activeDeadline was not stated${schedule === undefined ? '' : ' for the runs of its schedule'}`,
            allowed: 'runs with a deadline',
            fix: 'state the longest time of a run, as in run: { activeDeadline: Duration.hours(1) }',
          },
        ],
};
