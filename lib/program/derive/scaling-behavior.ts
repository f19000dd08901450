import { lifecycle } from './lifecycle';
import type { DeploymentWorkload } from '../workload';
import {
  LOAD,
  LONGEST_PERIOD_SECONDS,
  type RateFacts,
  SCALE_DOWN_PERCENT,
  SCALE_UP_PERCENT,
  SCALE_UP_PERIOD_SECONDS,
  SCALE_UP_PODS,
  type Scaling,
  ScalingMetric,
  ScalingMetricKind,
} from '../../values';

/** Seconds that a replica that is told to leave may take. */
export function drainSeconds({ settings, ports }: Pick<DeploymentWorkload, 'settings' | 'ports'>): number {
  return lifecycle({ ...settings.values, serves: ports.length > 0 }).terminationGracePeriod;
}

/**
 * Rate of scale-down: a share of the replicas in the time that one takes to terminate, so that no more than these
 * terminate at once. The cluster decides on the stabilization where none is stated.
 */
export function scaleDownRate(
  facts: Pick<DeploymentWorkload, 'settings' | 'ports'>,
): RateFacts & { readonly period: number } {
  const stated = facts.settings.values.scaling._scaleDown ?? {};
  const drain = drainSeconds(facts);
  const { period = Math.min(drain, LONGEST_PERIOD_SECONDS), percent, pods } = stated;
  return { ...stated, period, ...(percent === undefined && pods === undefined && { percent: SCALE_DOWN_PERCENT }) };
}

/**
 * Rate of scale-up. Undefined where it is Kubernetes' own.
 *
 * A period alone holds for the replicas that Kubernetes and the load let come: without them, the API has a period of
 * its own.
 */
export function scaleUpRate({ _scaleUp: stated = {}, _plan, min }: Scaling): RateFacts | undefined {
  const { percent, pods, period = SCALE_UP_PERIOD_SECONDS } = stated;
  if (percent !== undefined || pods !== undefined) return stated;
  const growth = Math.ceil(((_plan?.growthPerSync ?? 0) * period) / LOAD.syncSeconds);
  // Kubernetes doubles them, or adds 4.
  if (stated.period === undefined && growth <= Math.max(SCALE_UP_PODS, min))
    return Object.keys(stated).length === 0 ? undefined : stated;
  return { ...stated, percent: SCALE_UP_PERCENT, pods: Math.max(SCALE_UP_PODS, growth) };
}

/** Metrics of the autoscaler. A load is scaled on requests where they are measured, else on CPU use. */
export function scaledOn({ metrics, _plan }: Scaling, requestsAreMeasured: boolean): ScalingMetric[] {
  if (_plan === undefined) return metrics;
  return [requestsAreMeasured ? ScalingMetric.requestsPerSecond(_plan.target) : ScalingMetric.cpu(_plan.utilization)];
}

/**
 * True where memory use is among the metrics. Memory use of a pod does not fall when there are more pods, and the
 * highest replica count wins.
 */
export function scalesOnMemory({ autoscaled, metrics }: Scaling): boolean {
  return autoscaled && metrics.some(({ _kind: kind }) => kind === ScalingMetricKind.MEMORY);
}
