import type { Duration } from 'cdk8s';
import type { LifecycleHooks } from '../pod/hook';
import type { Rollout } from '../rollout/rollout';

/** Times and limits by which the replicas of any workload start, serve and end. */
export interface WorkloadLifecycle {
  /**
   * Longest time that one request takes, in whole seconds. Shutdown of a microservice waits for it; a function ends the
   * request then, and later by `startupTime` where the first replica may have to be started.
   *
   * @default Duration.seconds(30)
   */
  readonly longestRequest?: Duration;

  /**
   * Requests that one replica serves at the same time, 1 or more. A mesh sends no more than all replicas together can
   * serve; further requests to a function wait. Stated, it also bounds connections of bytes and streams.
   *
   * @default - 100 requests; connections of bytes, and of streams alone, have no bound
   */
  readonly concurrency?: number;

  /**
   * Longest time from the start of the container until it serves, in whole seconds. The container is restarted after
   * that. Each init container is taken to run no longer.
   *
   * @default - 60 s, or as long as a startup probe with a stated `failureThreshold` lets a start take
   */
  readonly startupTime?: Duration;

  /**
   * Reports each ConfigMap and Secret that the pods read and the program does not state: a change of it restarts no
   * pod.
   *
   * @default false
   */
  readonly reportUnstatedConfiguration?: boolean;
}

/** Times and limits by which the replicas of a microservice start, serve, are replaced and end. */
export interface LifecycleSettings extends WorkloadLifecycle {
  /**
   * Time that a new pod is ready before a rollout continues, in whole seconds.
   *
   * @default Duration.seconds(5)
   */
  readonly minReady?: Duration;

  /**
   * Time during which callers may still send requests to a terminating pod, in whole seconds.
   *
   * @default Duration.seconds(10)
   */
  readonly endpointPropagation?: Duration;

  /**
   * Strategy by which a new version replaces the old one.
   *
   * @default Rollout.rolling()
   */
  readonly rollout?: Rollout;

  /**
   * Bounds voluntary disruptions by a PodDisruptionBudget. Without one, a drain may evict all replicas at once.
   *
   * @default - true where there may be two replicas or more
   */
  readonly disruptionBudget?: boolean;

  /**
   * Time that a pod has to end after it is told to, in whole seconds.
   *
   * @default - `endpointPropagation`, the hook before the end, `longestRequest`, and 5 s
   */
  readonly terminationGracePeriod?: Duration;

  /**
   * Actions of the main container at its start and its end.
   *
   * @default - a pause of `endpointPropagation` before the end of a pod that serves
   */
  readonly hooks?: LifecycleHooks;
}
