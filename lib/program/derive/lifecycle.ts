import { SHUTDOWN_MARGIN_SECONDS } from '../../values';

/** The facts that the stop is computed from, in seconds. */
export interface LifecycleFacts {
  /** True where requests come in, so that callers must learn that the pod goes away. */
  readonly serves: boolean;
  readonly longestRequest: number;
  readonly endpointPropagation: number;
}

/** The settings of the stop, in seconds. */
export interface Lifecycle {
  /** Seconds for which a terminating pod still serves. 0 without callers. */
  readonly preStop: number;
  /** preStop, then the longest request, then a margin. */
  readonly terminationGracePeriod: number;
}

/** Computes the stop from the microservice's own facts. */
export function lifecycle(facts: LifecycleFacts): Lifecycle {
  const preStop = facts.serves ? facts.endpointPropagation : 0;
  return {
    preStop,
    terminationGracePeriod: preStop + facts.longestRequest + SHUTDOWN_MARGIN_SECONDS,
  };
}
