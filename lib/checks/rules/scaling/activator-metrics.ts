import { unique } from '../../../program';
import type { Detail } from '../../../errors';
import { countsRequests } from '../../../emit/scaling';
import { ScalingMetric, ScalingMetricKind, isWhole } from '../../../values';
import type { ActivatedMicroservice } from './activated';

/** Targets that the activator cannot count, and latencies that the wait for a replica would distort. */
export function invalidMetrics({ microservice: { name }, signals }: ActivatedMicroservice): Detail[] {
  const message = `the activator cannot scale ${name} by this metric`;
  return signals.flatMap((signal) => {
    if (signal._kind === ScalingMetricKind.LATENCY)
      return [
        {
          message,
          given: 'min was 0, and it is scaled on latency',
          allowed: 'metrics without the wait for a replica: with it, each start would seem to need more replicas',
          fix: 'scale only on requests, or state min of 1 or more',
        },
      ];
    return isCountable(signal)
      ? []
      : [
          {
            message,
            given: `min was 0, and it is scaled on ${signal.target} ${signal._kind} a replica`,
            allowed: 'whole numbers from 1',
            fix: `state ${Math.max(1, Math.round(signal.target))} for each replica`,
          },
        ];
  });
}

/** Whole numbers of requests; MS6001 reports targets below 0.001. */
function isCountable({ _kind: kind, target }: ScalingMetric): boolean {
  return !countsRequests({ _kind: kind }) || !(target >= 0.001) || isWhole(target, 1);
}

/** Callers whose streams outlast the rate of the requests that began them. */
export function uncountedStreams({ microservice: { name, inbound }, signals }: ActivatedMicroservice): Detail[] {
  const streams = unique(inbound.filter(({ options }) => options.streaming === true).map(({ caller }) => caller.name));
  return streams.length === 0 || signals.some(({ _kind: kind }) => kind === ScalingMetricKind.CONCURRENCY)
    ? []
    : [
        {
          message: `the activator does not count streams to ${name}`,
          given:
            `min was 0, it is scaled only on requests a second, and ${streams.join(', ')} ` +
            `${streams.length === 1 ? 'has' : 'have'} streams`,
          allowed: 'scaling on requests at once, which counts streams for as long as they last',
          fix: 'scale on ScalingMetric.concurrency too',
        },
      ];
}
