import { type JobWorkload, Urgency } from '../../../program';
import type { AlertStatement } from '../alerts';
import { minutes } from '../alerts/standard-alert';
import { FAILED_MINUTES } from './defaults';
import { ofRuns, ofSchedule } from './series';

/** A job failed; of a schedule, the last run, since a run that succeeded later has made up for it. */
export function failed(facts: JobWorkload): AlertStatement[] {
  const { namespace, name, schedule } = facts;
  const failures = `${ofRuns('kube_job_failed', facts, [{ label: 'condition', operator: '=', value: 'true' }])} > 0`;
  // Each instance of kube-state-metrics has series of its own.
  const started = ofRuns('kube_job_status_start_time', facts);
  const succeeded = ofSchedule('kube_cronjob_status_last_successful_time', facts);
  return [
    {
      alert: 'JobFailed',
      expr:
        schedule === undefined
          ? `max(${failures})`
          : `max(${started} and on (job_name) (${failures})) > (max(${succeeded}) or vector(0))`,
      for: minutes(FAILED_MINUTES),
      urgency: Urgency.TICKET,
      summary: schedule === undefined ? `The job ${name} failed` : `The last run of ${name} failed`,
      description:
        `${namespace}/${name} used up its tries or its deadline. Read what its pods said with ` +
        `\`kubectl logs -n ${namespace} -l app.kubernetes.io/name=${name}\`, and ` +
        (schedule === undefined
          ? 'delete the Job to have it made anew.'
          : `start a run by hand with \`kubectl create job --from=cronjob/${name}\` when the cause is mended.`),
    },
  ];
}
