import { PROGRESS_DEADLINE_SECONDS, SHUTDOWN_MARGIN_SECONDS } from '../../values';

/** The facts that start and stop are computed from, in seconds. */
export interface LifecycleFacts {
  /** True where requests come in, so that callers must learn that the pod goes away. */
  readonly serves: boolean;
  readonly longestRequest: number;
  readonly endpointPropagation: number;
  readonly startupTime: number;
  readonly minReady: number;
}

/** The settings of start and stop, in seconds. */
export interface Lifecycle {
  /** Seconds for which a terminating pod still serves. 0 without callers. */
  readonly preStop: number;
  /** preStop, then the longest request, then a margin. */
  readonly terminationGracePeriod: number;
  readonly minReady: number;
  /** Kubernetes' own deadline, or twice start and minReady where that is longer. */
  readonly progressDeadline: number;
}

/** Computes start and stop from the microservice's own facts. */
export function lifecycle(facts: LifecycleFacts): Lifecycle {
  const preStop = facts.serves ? facts.endpointPropagation : 0;
  return {
    preStop,
    terminationGracePeriod: preStop + facts.longestRequest + SHUTDOWN_MARGIN_SECONDS,
    minReady: facts.minReady,
    progressDeadline: Math.max(PROGRESS_DEADLINE_SECONDS, 2 * (facts.startupTime + facts.minReady)),
  };
}
