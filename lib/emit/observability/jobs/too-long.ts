import { type JobWorkload, Urgency } from '../../../program';
import type { AlertStatement } from '../alerts';
import { LONG_SHARE } from './defaults';
import { ofRuns } from './series';

/** A run has used up most of its deadline. Without a deadline, no time is too long. */
export function tooLong(facts: JobWorkload): AlertStatement[] {
  const {
    namespace,
    name,
    run: { activeDeadline },
  } = facts;
  if (activeDeadline === undefined) return [];
  const started = ofRuns('kube_job_status_start_time', facts);
  const active = ofRuns('kube_job_status_active', facts);
  const long = Math.floor(activeDeadline * LONG_SHARE);
  return [
    {
      alert: 'JobTooLong',
      expr: `time() - min(${started} and on (job_name) (${active} > 0)) > ${long}`,
      urgency: Urgency.TICKET,
      summary: `A run of ${name} takes long`,
      description:
        `A run of ${namespace}/${name} has taken {{ $value | humanizeDuration }}; Kubernetes ends it after ` +
        `${activeDeadline} s, and it counts as failed then. See whether its pods are pending, whether they still ` +
        ('make progress, and whether there was more to do than before; a longer run states a longer ' +
          'activeDeadline.'),
    },
  ];
}
