import { ScalingMetricKind } from '../../values';

/** What an autoscaler can be asked for. */
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
  HELD_REQUESTS = 'starting the first replica for a request',
}

/** Whether an autoscaler does what it is asked for. */
export interface ScalingSupport {
  readonly supported: boolean;
  /** Why not, or what it has to be told on the platform for it. */
  readonly reason?: string;
}

/** Every feature, by what an autoscaler makes of it. */
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

/** What scaling on a metric asks for. */
export const FEATURE_OF: Readonly<Record<ScalingMetricKind, ScalingFeature>> = {
  [ScalingMetricKind.CPU]: ScalingFeature.CPU,
  [ScalingMetricKind.MEMORY]: ScalingFeature.MEMORY,
  [ScalingMetricKind.REQUESTS_PER_SECOND]: ScalingFeature.REQUESTS_PER_SECOND,
  [ScalingMetricKind.CONCURRENCY]: ScalingFeature.CONCURRENCY,
  [ScalingMetricKind.LATENCY]: ScalingFeature.LATENCY,
  [ScalingMetricKind.BACKLOG]: ScalingFeature.BACKLOG,
  [ScalingMetricKind.SCHEDULE]: ScalingFeature.SCHEDULE,
};
