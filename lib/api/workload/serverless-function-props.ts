import type { Duration } from 'cdk8s';
import type { ContainerProps, Probe, Protocol, Scaling, WorkloadSettings } from '../../values';

/** What a function is. */
export interface ServerlessFunctionProps extends ContainerProps, WorkloadSettings {
  /**
   * What it speaks: HTTP/1.1, HTTP/2 or gRPC. Callers reach it on port 80 in any case.
   *
   * @default Protocol.HTTP
   */
  readonly protocol?: Protocol;

  /**
   * The port that the container listens on, 1 to 65535; the variable `PORT` holds it.
   *
   * @default 8080
   */
  readonly containerPort?: number;

  /**
   * Its part in the application, such as `images`.
   *
   * @default - none
   */
  readonly component?: string;

  /**
   * Whether it can take requests; without times of its own, it is asked many times a second while it starts.
   *
   * @default - a connection to its port can be opened
   */
  readonly readiness?: Probe;

  /**
   * Whether it must be restarted.
   *
   * @default - a connection to its port cannot be opened
   */
  readonly liveness?: Probe;

  /**
   * Whether it has started. Knative then leaves it to the kubelet to find out, and starts take longer.
   *
   * @default - it is asked by `readiness` alone, and `liveness` waits for `startupTime`
   */
  readonly startup?: Probe;

  /**
   * How many replicas run: where `min` is not stated, from 0 on requests at once or a second, and from 2, or from `max`
   * of 1, on CPU or memory use.
   *
   * @default - from 0 to 10 replicas, by requests at once: 70 % of `concurrency` are aimed at
   */
  readonly scaling?: Scaling;

  /**
   * Requests that one replica serves at the same time, 1 or more; others wait.
   *
   * @default 100
   */
  readonly concurrency?: number;

  /**
   * Longest time that one request takes: it is ended then, and later by `startupTime` where the first replica may have
   * to be started for it. Whole seconds.
   *
   * @default Duration.seconds(30)
   */
  readonly longestRequest?: Duration;

  /**
   * Longest time from the start of the container until it serves: it is not restarted before. Whole seconds.
   *
   * @default Duration.seconds(60)
   */
  readonly startupTime?: Duration;

  /**
   * Time in which a new version takes over all requests, little by little. Whole seconds.
   *
   * @default - at once, when it is ready
   */
  readonly rolloutDuration?: Duration;
}

/** How a function is reached from outside of its cluster. */
export interface FunctionExposeOptions {
  /**
   * Whether anybody may use it: nobody authenticates its clients before the function does.
   *
   * @default false
   */
  readonly public?: boolean;
}
