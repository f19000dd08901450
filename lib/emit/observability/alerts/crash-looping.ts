import { selector, Urgency } from '../../../program';
import { CRASH_LOOP_MINUTES, CRASH_WINDOW_MINUTES } from './defaults';
import { ofPods } from './pods';
import { minutes, StandardAlert } from './standard-alert';

/**
 * A container crashes again and again. For a rollout it names the cause, for a running replica no other alert fires.
 */
export const crashLooping: StandardAlert = {
  statements: (facts) => {
    // Native sidecars are init containers.
    const waiting = ['kube_pod_container_status_waiting_reason', 'kube_pod_init_container_status_waiting_reason'].map(
      (metric) => {
        const crashes = ofPods(metric, facts, [{ label: 'reason', operator: '=', value: 'CrashLoopBackOff' }]);
        return `max_over_time(${selector(crashes)}[${minutes(CRASH_WINDOW_MINUTES)}])`;
      },
    );
    return [
      {
        alert: 'MicroserviceCrashLooping',
        expr: `count by (container) (max by (pod, container) (${waiting.join(' or ')}) > 0)`,
        for: minutes(CRASH_LOOP_MINUTES),
        urgency: Urgency.TICKET,
        summary: `Container {{ $labels.container }} of ${facts.name} crashes again and again`,
        description:
          `In {{ $value }} pods of ${facts.namespace}/${facts.name}, container {{ $labels.container }} ` +
          ('ends soon after each start. Fewer replicas serve than are meant to. Read what it said last with ' +
            `\`kubectl logs --previous\`; if it began with a rollout, undo that.`),
      },
    ];
  },
};
