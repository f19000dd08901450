import type { Duration } from 'cdk8s';
import type { ContainerResources, ImagePullPolicy } from 'cdk8s-plus-27';
import type { SecuritySettings } from '../pod/security';
import type { Instrumentation, Propagator } from '../telemetry/tracing';

/** What can be stated of every kind of workload. */
export interface WorkloadSettings {
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
   * What its own container asks for and may use.
   *
   * @default - CPU request 100m without a limit; memory request 256Mi, memory limit as the request
   */
  readonly resources?: ContainerResources;

  /**
   * What the containers may do.
   *
   * @default - as little as the Pod Security level `restricted` demands
   */
  readonly security?: SecuritySettings;

  /**
   * Whether traffic is kept to the declared calls. Off, every pod of the cluster may reach it, and it may reach
   * everything.
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
   * What the OpenTelemetry operator puts into its own container.
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
