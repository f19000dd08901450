import { ScalingMetricKind } from '../../values';

/** Features of autoscalers. */
export enum ScalingFeature {
  CPU = 'scaling on CPU use',
  MEMORY = 'scaling on memory use',
  REQUESTS_PER_SECOND = 'scaling on requests a second',
  CONCURRENCY = 'scaling on requests at once',
  LATENCY = 'scaling on latency',
  BACKLOG = 'scaling on work that waits',
  BROKER = 'asking brokers how much work waits',
  SCHEDULE = 'scaling on a schedule',
  ZERO = 'scaling to zero and from it',
  ACTIVATION = 'starting the first replica for a request',
}

/** Support of a feature by an autoscaler. */
export interface ScalingSupport {
  readonly supported: boolean;
  /** Reason why the feature is unsupported, or the platform prop that it needs. */
  readonly reason?: string;
}

/** Support of every feature by an autoscaler. */
export type ScalingFeatureTable = Readonly<Record<ScalingFeature, ScalingSupport>>;

/** A feature that is done as it is stated. */
export const SUPPORTED: ScalingSupport = { supported: true };

/** A feature that is refused. */
export function unsupported(reason: string): ScalingSupport {
  return { supported: false, reason };
}

/** A feature that is done where the platform states something. */
export function supportedIf(isStated: boolean, what: string): ScalingSupport {
  return isStated ? { supported: true, reason: what } : { supported: false, reason: `its ${what} is not stated` };
}

/** Feature that scaling on a metric needs. */
export const FEATURE_OF: Readonly<Record<ScalingMetricKind, ScalingFeature>> = {
  [ScalingMetricKind.CPU]: ScalingFeature.CPU,
  [ScalingMetricKind.MEMORY]: ScalingFeature.MEMORY,
  [ScalingMetricKind.REQUESTS_PER_SECOND]: ScalingFeature.REQUESTS_PER_SECOND,
  [ScalingMetricKind.CONCURRENCY]: ScalingFeature.CONCURRENCY,
  [ScalingMetricKind.LATENCY]: ScalingFeature.LATENCY,
  [ScalingMetricKind.BACKLOG]: ScalingFeature.BACKLOG,
  [ScalingMetricKind.SCHEDULE]: ScalingFeature.SCHEDULE,
};
