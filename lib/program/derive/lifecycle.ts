import { type LifecycleHooks, secondsOf, SHUTDOWN_MARGIN_SECONDS } from '../../values';

/** The facts that the stop is computed from, in seconds. */
export interface LifecycleFacts {
  /** True where requests come in, so that callers must learn that the pod goes away. */
  readonly serves: boolean;
  readonly longestRequest: number;
  readonly endpointPropagation: number;
  /** Stated seconds until the kill. */
  readonly gracePeriod?: number | undefined;
  readonly hooks?: LifecycleHooks;
}

/** The settings of the stop, in seconds. */
export interface Lifecycle {
  /** Seconds for which a terminating pod still serves. 0 without callers. */
  readonly preStop: number;
  /** The stated time until the kill; else the computed one. */
  readonly terminationGracePeriod: number;
  /** preStop, then the program's own hook, then the longest request, then a margin. */
  readonly neededGracePeriod: number;
}

/** Seconds that the program's own hook before the end takes at most; 0 without one. */
export function hookSeconds({ preStop }: LifecycleHooks = {}): number {
  return preStop === undefined ? 0 : secondsOf(preStop._longest);
}

/** Computes the stop from the microservice's own facts. */
export function lifecycle(facts: LifecycleFacts): Lifecycle {
  const preStop = facts.serves ? facts.endpointPropagation : 0;
  const needed = preStop + hookSeconds(facts.hooks) + facts.longestRequest + SHUTDOWN_MARGIN_SECONDS;
  return { preStop, terminationGracePeriod: facts.gracePeriod ?? needed, neededGracePeriod: needed };
}
