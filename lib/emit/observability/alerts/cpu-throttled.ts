import { startOf, sumOfRates, Urgency } from '../../../program';
import { beyondStart, THROTTLED_MINUTES, THROTTLED_SHARE } from './defaults';
import { limitedContainers, ofPods } from './pods';
import { minutes, StandardAlert } from './standard-alert';

/** A container that its CPU limit keeps waiting: answers are late although the node has time. */
export const cpuThrottled: StandardAlert = {
  needs: 'a container with a CPU limit',
  statements: (facts) => {
    const limited = limitedContainers(facts);
    if (limited.length === 0) return [];
    const periods = (metric: string) =>
      sumOfRates(
        [
          ofPods(metric, facts, [
            limited.length === 1
              ? { label: 'container', operator: '=', value: limited[0]! }
              : { label: 'container', operator: '=~', value: limited.join('|') },
          ]),
        ],
        '5m',
        ['container'],
      );
    return [
      {
        alert: 'MicroserviceCpuThrottled',
        expr:
          `${periods('container_cpu_cfs_throttled_periods_total')} / ` +
          `${periods('container_cpu_cfs_periods_total')} > ${THROTTLED_SHARE}`,
        for: minutes(beyondStart(startOf(facts).available, THROTTLED_MINUTES)),
        urgency: Urgency.TICKET,
        summary: `Container {{ $labels.container }} of ${facts.name} is slowed down by its CPU limit`,
        description:
          `Container {{ $labels.container }} of ${facts.namespace}/${facts.name} had to wait in {{ ` +
          ('$value | humanizePercentage }} of its CPU periods; answers are late by up to 100 ms each time. Raise ' +
            `\`resources.cpu.limit\`, leave it out, or run more replicas.`),
      },
    ];
  },
};
