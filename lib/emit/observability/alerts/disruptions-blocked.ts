import { boundsDisruptions, selector, series, startOf, Urgency } from '../../../program';
import { DISRUPTIONS_MINUTES } from './defaults';
import { minutes, StandardAlert } from './standard-alert';

/** No replica may be evicted: nodes cannot be drained, and upgrades of the cluster wait or use force. */
export const disruptionsBlocked: StandardAlert = {
  needs: 'a disruption budget',
  statements: (facts) => {
    const { namespace, name, settings } = facts;
    const { disruptionBudget, scaling } = settings.values;
    if (!boundsDisruptions(disruptionBudget, scaling.max)) return [];
    const { progressDeadline } = startOf(facts);
    const max = (metric: string) => `max(${selector(series(metric, { namespace, poddisruptionbudget: name }))})`;
    return [
      {
        alert: 'MicroserviceDisruptionsBlocked',
        expr:
          `${max('kube_poddisruptionbudget_status_pod_disruptions_allowed')} == 0 and ` +
          `${max('kube_poddisruptionbudget_status_expected_pods')} > 0`,
        // Longer than a rollout and a drain, one after the other, may take.
        for: minutes(Math.max(DISRUPTIONS_MINUTES, Math.ceil((2 * progressDeadline) / 60))),
        urgency: Urgency.TICKET,
        summary: `No replica of ${name} may be evicted`,
        description:
          `The disruption budget of ${namespace}/${name} has allowed no eviction for long: too few of ` +
          ('its replicas are healthy, so that nodes on which the others run cannot be drained. Look for pods that ' +
            'are not ready, and mend those.'),
      },
    ];
  },
};
