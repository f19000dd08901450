import type { Duration } from 'cdk8s';
import type {
  FunctionPod,
  Probes,
  Protocol,
  Scaling,
  WorkloadLifecycle,
  WorkloadMetadata,
  WorkloadSettings,
  WorkloadTelemetry,
} from '../../values';

/** Times and limits of a function. */
export interface FunctionLifecycle extends WorkloadLifecycle {
  /**
   * Time in which a new version gradually takes over all requests, in whole seconds.
   *
   * @default - at once, when it is ready
   */
  readonly rolloutDuration?: Duration;
}

/** Properties of a function. */
export interface ServerlessFunctionProps extends WorkloadSettings {
  /** Image with tag or digest, or a name of the platform's image map. */
  readonly image: string;

  /**
   * Variables with literal values. `$(NAME)` in a value refers to another variable.
   *
   * @default - none
   */
  readonly env?: { [name: string]: string };

  /**
   * Protocol of its requests: HTTP/1.1, HTTP/2 or gRPC. Callers reach it on port 80 in any case.
   *
   * @default Protocol.HTTP
   */
  readonly protocol?: Protocol;

  /**
   * Port that the container listens on, 1 to 65535. The variable `PORT` holds it.
   *
   * @default 8080
   */
  readonly containerPort?: number;

  /**
   * Number of replicas. Without `min`, a function runs from 0 replicas on concurrency or requests a second, and from 2
   * (at most `max`) on CPU or memory use.
   *
   * @default - from 0 to 10 replicas, at 70 % of `lifecycle.concurrency`
   */
  readonly scaling?: Scaling;

  /**
   * Probes of the container. A readiness probe without times of its own runs many times a second during the start. A
   * startup probe is left to the kubelet, and starts take longer.
   *
   * @default - a connection to its port can be opened; `liveness` waits for `lifecycle.startupTime`
   */
  readonly probes?: Probes;

  /**
   * Times and limits by which replicas start, serve and are replaced.
   *
   * @default - those of the stack
   */
  readonly lifecycle?: FunctionLifecycle;

  /**
   * Labels, annotations and the part in the application.
   *
   * @default - those of the stack
   */
  readonly metadata?: WorkloadMetadata;

  /**
   * Traces and logs.
   *
   * @default - those of the stack
   */
  readonly telemetry?: WorkloadTelemetry;

  /**
   * Command, mounts and image pulls of the pods.
   *
   * @default - the container as its image starts it
   */
  readonly pod?: FunctionPod;
}

/** Exposure of a function to clients outside of its cluster. */
export interface FunctionExposeOptions {
  /**
   * States that any client may use it: clients reach the function unauthenticated.
   *
   * @default false
   */
  readonly public?: boolean;
}
