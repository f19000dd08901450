import { originOf } from './effective-settings';
import type { ResolvedSettings } from './effective-settings';
import { FUNCTION, ScalingMetricKind } from '../../values';

/** Replicas of a function, and the metric that decides their number. */
export interface FunctionScale {
  readonly min: number;
  /** Most replicas, 1 or more. Further requests wait. */
  readonly max: number;
  /** Metric of the autoscaler. */
  readonly kind: ScalingMetricKind;
  /** Capacity of one replica: concurrent requests, requests per second, or percent of the request for CPU or memory. */
  readonly target: number;
  /** Percent of the target that is aimed at. */
  readonly utilization: number;
  /** Seconds in which fewer replicas must have sufficed before scale-down. Undefined where unstated. */
  readonly scaleDownDelay?: number;
}

/** Scale of a function: as stated, or on the concurrent requests of a replica. */
export function effectiveScale(settings: ResolvedSettings): FunctionScale {
  const { scaling, concurrency } = settings.values;
  const {
    min,
    max,
    autoscaled,
    metrics,
    _statedMin: statedMin,
    _load: load,
    _plan: plan,
    _scaleDown: scaleDown,
  } = scaling;
  const byConcurrency = { kind: ScalingMetricKind.CONCURRENCY, target: concurrency, utilization: FUNCTION.utilization };
  if (originOf(settings, 'scaling') === 'library') return { min, max, ...byConcurrency };
  if (!autoscaled) return { min, max, ...byConcurrency };
  const delay = { ...(scaleDown?.stabilization !== undefined && { scaleDownDelay: scaleDown.stabilization }) };
  if (load !== undefined)
    return {
      min: load.min ?? 0,
      max,
      kind: ScalingMetricKind.REQUESTS_PER_SECOND,
      target: plan?.target ?? 0,
      utilization: 100,
      ...delay,
    };
  const metric = metrics[0];
  if (metric === undefined) return { min, max, ...byConcurrency, ...delay };
  // Without a replica there is no use of resources to scale on. At least two replicas where two are allowed, as for
  // microservices.
  const fewest =
    statedMin ??
    (metric._kind === ScalingMetricKind.CPU || metric._kind === ScalingMetricKind.MEMORY
      ? Math.max(1, Math.min(min, max))
      : 0);
  return { min: fewest, max, kind: metric._kind, target: metric.target, utilization: 100, ...delay };
}
