import { selector, series, Urgency } from '../../../program';
import { AUTOSCALER_MINUTES } from './defaults';
import { minutes, StandardAlert } from './standard-alert';

/** The autoscaler wants more replicas than it may have: the next load is served late or not at all. */
export const autoscalerAtMax: StandardAlert = {
  needs: 'an autoscaler whose max is above its min',
  statements: ({ namespace, name, settings, delivery }) => {
    const { autoscaled, min, max: most } = settings.values.scaling;
    if (!autoscaled || min >= most) return [];
    const own = { namespace, horizontalpodautoscaler: delivery.workloads[0]! };
    const max = (metric: string, labels: Readonly<Record<string, string>> = {}) =>
      `max(${selector(series(`kube_horizontalpodautoscaler_${metric}`, { ...own, ...labels }))})`;
    return [
      {
        alert: 'MicroserviceAutoscalerAtMax',
        // The condition tells a wish for more from a load that the most replicas just serve; at the fewest it is met
        // too.
        expr:
          `${max('status_desired_replicas')} >= ${max('spec_max_replicas')} and ` +
          `${max('status_condition', { condition: 'ScalingLimited', status: 'true' })} > 0`,
        for: minutes(AUTOSCALER_MINUTES),
        urgency: Urgency.TICKET,
        summary: `The autoscaler of ${name} wants more replicas than it may have`,
        description:
          `${namespace}/${name} runs with {{ $value }} replicas, the most that it may have, and its ` +
          (`load asks for more. Raise \`max\` if the cluster and what it calls can take it; else find out who ` +
            'calls more than before.'),
      },
    ];
  },
};
