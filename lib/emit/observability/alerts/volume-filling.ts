import { type DeploymentWorkload, selector, Urgency } from '../../../program';
import { ofVolumes } from '../volumes';
import { VOLUME_DAYS, VOLUME_MINUTES, VOLUME_PAGE_SHARE, VOLUME_TICKET_SHARE, VOLUME_WINDOW_HOURS } from './defaults';
import type { AlertStatement } from './routing';
import { minutes, type StandardAlert } from './standard-alert';

const SECONDS_A_DAY = 24 * 60 * 60;

/** A volume fills up: databases stop at a full one, and some lose what they were writing. */
export const volumeFilling: StandardAlert = {
  needs: 'a claim',
  statements: (facts) => {
    const [free, capacity] = ['available', 'capacity'].map((which) =>
      ofVolumes(`kubelet_volume_stats_${which}_bytes`, facts),
    );
    if (free === undefined || capacity === undefined) return [];
    const left = `min by (persistentvolumeclaim) (${selector(free)} / ${selector(capacity)})`;
    const soon =
      `min by (persistentvolumeclaim) (predict_linear(${selector(free)}[${VOLUME_WINDOW_HOURS}h], ` +
      `${VOLUME_DAYS * SECONDS_A_DAY})) < 0`;
    return [
      statement(facts, `${left} < ${VOLUME_TICKET_SHARE} and ${soon}`, Urgency.TICKET),
      statement(facts, `${left} < ${VOLUME_PAGE_SHARE}`, Urgency.PAGE),
    ];
  },
};

function statement({ namespace, name }: DeploymentWorkload, expr: string, urgency: Urgency): AlertStatement {
  const claim = '{{ $labels.persistentvolumeclaim }}';
  return {
    alert: 'MicroserviceVolumeFilling',
    expr,
    for: minutes(VOLUME_MINUTES),
    urgency,
    summary: `The volume ${claim} of ${name} is nearly full`,
    description:
      `{{ $value | humanizePercentage }} of a volume of ${namespace}/${name} are free, that of the ` +
      `PersistentVolumeClaim ${claim}` +
      (urgency === Urgency.TICKET ? `; at the pace of now, none are within ${VOLUME_DAYS} days. ` : '. ') +
      'Remove data that nobody needs, or ask for a larger volume in the claim, where its class can grow.',
  };
}
