import { durationUnit, errorShare, latencyQuantile, requestRate } from '../expressions';
import type { DashboardStackFacts } from '../dashboards';
import type { Panel } from '../panel';
import { meshOutbound } from '../sources';
import { joinedRequests } from './joined-series';

/** Every call of the stack's microservices, as the mesh counts it. */
export function calls({ microservices }: DashboardStackFacts): Panel | undefined {
  const callers = microservices.flatMap((facts) => meshOutbound(facts) ?? []);
  const [first] = callers;
  if (first === undefined) return undefined;
  const { callerLabel, calleeLabel } = first;
  const series = joinedRequests([first.outbound, ...callers.slice(1).map(({ outbound }) => outbound)]);
  const by = [callerLabel, calleeLabel];
  return {
    title: 'Calls',
    description:
      'Every call that was made: requests a second, the share that failed, and the time within which 99 % were ' +
      'answered.',
    visualization: 'table',
    unit: 'none',
    labels: { [callerLabel]: 'Caller', [calleeLabel]: 'Callee' },
    queries: [
      { expr: requestRate(series, by), legend: 'Requests', unit: 'reqps' },
      { expr: errorShare(series, by), legend: 'Errors', unit: 'percentunit' },
      ...(series.duration === undefined
        ? []
        : [{ expr: latencyQuantile(0.99, series.duration, by), legend: 'p99', unit: durationUnit(series.duration) }]),
    ],
  };
}
