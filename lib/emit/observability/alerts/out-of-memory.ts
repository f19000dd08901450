import { DeploymentWorkload, selector, Urgency } from '../../../program';
import { OUT_OF_MEMORY_MINUTES } from './defaults';
import { ofPods } from './pods';
import { minutes, StandardAlert } from './standard-alert';

/**
 * A container that was killed for want of memory, be it once: requests under way are lost without a word in its log.
 */
export const outOfMemory: StandardAlert = {
  statements: (facts) => [
    {
      alert: 'MicroserviceOutOfMemory',
      expr:
        `count by (container) (${killed('kube_pod_container', facts)} or ` +
        `${killed('kube_pod_init_container', facts)})`,
      urgency: Urgency.TICKET,
      summary: `Container {{ $labels.container }} of ${facts.name} ran out of memory`,
      description:
        `In {{ $value }} pods of ${facts.namespace}/${facts.name}, container {{ $labels.container }} ` +
        (`was killed within the last ${OUT_OF_MEMORY_MINUTES} minutes because it reached its memory limit; ` +
          (`requests that it was serving are lost. Compare its use with \`resources.memory.limit\`: raise the ` +
            'limit if it only grew with the load, look for a leak if it grew with time.')),
    },
  ],
};

/** The reason stays after the kill, and the restart says when it was. */
function killed(prefix: string, facts: DeploymentWorkload): string {
  const reason = selector(
    ofPods(`${prefix}_status_last_terminated_reason`, facts, [{ label: 'reason', operator: '=', value: 'OOMKilled' }]),
  );
  const restarts = selector(ofPods(`${prefix}_status_restarts_total`, facts));
  return (
    `(max by (pod, container) (${reason}) > 0 and max by (pod, container) ` +
    `(increase(${restarts}[${minutes(OUT_OF_MEMORY_MINUTES)}])) > 0)`
  );
}
