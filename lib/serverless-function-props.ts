import type { Duration } from 'cdk8s';
import type { ContainerResources, ImagePullPolicy } from 'cdk8s-plus-27';
import type { ContainerProps, Instrumentation, Probe, Propagator, Protocol, Scaling, SecuritySettings } from './model';

/** What a function is. */
export interface ServerlessFunctionProps extends ContainerProps {
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
   * How many replicas run: on requests at once or a second from 0 where `min` is not stated, on CPU or memory use from 1.
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
   * Longest time that one request takes: it is ended then, and later by `startupTime` where the first replica may have to be started for it. Whole seconds.
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

  /**
   * Labels of every object and of the pods; never part of a selector.
   *
   * @default - none but the recommended ones of Kubernetes
   */
  readonly labels?: { [key: string]: string };

  /**
   * Annotations of every object.
   *
   * @default - none
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };

  /**
   * When images are pulled.
   *
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;

  /**
   * Names of the Secrets that registries ask for.
   *
   * @default - none
   */
  readonly imagePullSecrets?: string[];

  /**
   * What its container asks for and may use.
   *
   * @default - CPU request 100m without a limit; memory request 256Mi, memory limit as the request
   */
  readonly resources?: ContainerResources;

  /**
   * What its container may do.
   *
   * @default - as little as the Pod Security level `restricted` demands
   */
  readonly security?: SecuritySettings;

  /**
   * Whether traffic is kept to what runs functions and to the declared calls. Off, every pod of the cluster may reach it, and it may reach everything.
   *
   * @default true
   */
  readonly networkPolicy?: boolean;

  /**
   * How the context of a trace travels with its requests; agrees along each call.
   *
   * @default - the platform's
   */
  readonly propagators?: Propagator[];

  /**
   * What the OpenTelemetry operator puts into its container.
   *
   * @default - nothing
   */
  readonly instrumentation?: Instrumentation;

  /**
   * How long logs are kept. Whole days.
   *
   * @default - as the collectors of logs have it
   */
  readonly logRetention?: Duration;
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
