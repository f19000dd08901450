import { type DeploymentWorkload, Urgency } from '../../../program';

/**
 * Urgency of an alert on replicas: somebody is harmed at once where requests come in, from callers stated here or
 * elsewhere or from outside, or where an objective promises something. A load generator or a batch client that stands
 * still harms nobody at night.
 */
export function urgencyOfReplicas({
  inbound,
  exposures,
  objectives,
}: Pick<DeploymentWorkload, 'inbound' | 'exposures' | 'objectives'>): Urgency {
  return inbound.length + exposures.length + objectives.length > 0 ? Urgency.PAGE : Urgency.TICKET;
}
