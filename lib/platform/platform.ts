import { Delivery, KubernetesDelivery } from '../emit/delivery';
import { Mesh, NoMesh } from '../emit/mesh';
import { TelemetryFacts, WorkloadParty } from '../program';
import { ClusterFacts, isFromOtherCopy, markCopy, MicroserviceSettings, Propagator, resolveImage } from '../values';
import { Dashboards, Logging, Monitoring, NoDashboards, NoMonitoring, Tracing } from '../emit/observability';
import { Autoscaling, HorizontalPodAutoscaling } from '../emit/scaling';
import type { Functions } from '../emit/serverless';

/** What a target cluster offers. */
export interface PlatformProps {
  /**
   * What is true of the cluster.
   *
   * @default - a cluster of Kubernetes 1.30 of which nothing else is known
   */
  readonly cluster?: ClusterFacts;

  /**
   * What turns the policy of calls into objects.
   *
   * @default - no mesh: what Kubernetes alone can do
   */
  readonly mesh?: Mesh;

  /**
   * What brings new versions out.
   *
   * @default - Kubernetes' own rolling updates
   */
  readonly delivery?: Delivery;

  /**
   * What decides how many replicas of autoscaled microservices run.
   *
   * @default - HorizontalPodAutoscalers, without an adapter for metrics
   */
  readonly autoscaling?: Autoscaling;

  /**
   * What runs functions.
   *
   * @default - nothing: microservices alone can be stated
   */
  readonly functions?: Functions;

  /**
   * Whether the vertical pod autoscaler recommends what microservices should ask for; it changes nothing.
   *
   * @default false
   */
  readonly resourceRecommendations?: boolean;

  /**
   * What scrapes metrics, evaluates rules and alerts.
   *
   * @default - nothing that the library knows of
   */
  readonly monitoring?: Monitoring;

  /**
   * Where dashboards are kept.
   *
   * @default - nowhere: there are none
   */
  readonly dashboards?: Dashboards;

  /**
   * How requests are traced.
   *
   * @default - they are not
   */
  readonly tracing?: Tracing;

  /**
   * Which requests are logged, and by what collectors route logs.
   *
   * @default - as the mesh has it
   */
  readonly logging?: Logging;

  /**
   * Settings of every microservice on the platform that stacks and microservices may change.
   *
   * @default - the library's
   */
  readonly defaults?: MicroserviceSettings;

  /**
   * Settings that nothing below can change or switch off.
   *
   * @default - none
   */
  readonly required?: MicroserviceSettings;

  /**
   * Image references by the name that programs use; where pipelines hand over tags and digests.
   *
   * @default - none: programs state whole references
   */
  readonly images?: { [name: string]: string };

  /**
   * Where images of a registry, or of a longer prefix, are pulled from instead; `docker.io` stands for references
   * without a registry.
   *
   * @default - none
   */
  readonly registryMirrors?: { [prefix: string]: string };
}

const PLATFORM = Symbol.for('cdk8s-microservice.Platform');

/** What a target cluster offers, and what it asks of everything that runs there. */
export class Platform {
  /** Whether a value is a platform, of this or of another installed copy of the library. */
  public static isPlatform(x: any): boolean {
    return x !== null && typeof x === 'object' && PLATFORM in x;
  }

  /** What is true of the cluster. */
  public readonly cluster: ClusterFacts;

  /** What turns the policy of calls into objects. */
  public readonly mesh: Mesh;

  /** What brings new versions out. */
  public readonly delivery: Delivery;

  /** What decides how many replicas of autoscaled microservices run. */
  public readonly autoscaling: Autoscaling;

  /** What runs functions, where anything does. */
  public readonly functions?: Functions;

  /** Whether the vertical pod autoscaler recommends what microservices should ask for. */
  public readonly resourceRecommendations: boolean;

  /** What scrapes metrics, evaluates rules and alerts. */
  public readonly monitoring: Monitoring;

  /** Where dashboards are kept. */
  public readonly dashboards: Dashboards;

  /** How requests are traced, where they are. */
  public readonly tracing?: Tracing;

  /** Which requests are logged, where it is stated. */
  public readonly logging?: Logging;

  /** Settings that stacks and microservices may change. */
  public readonly defaults: MicroserviceSettings;

  /** Settings that nothing below can change. */
  public readonly required: MicroserviceSettings;

  /** Image references by the name that programs use. */
  public readonly images: { [name: string]: string };

  /** Where images of a registry are pulled from instead. */
  public readonly registryMirrors: { [prefix: string]: string };

  public constructor(props: PlatformProps = {}) {
    Object.defineProperty(this, PLATFORM, { value: true });
    markCopy(this);
    this.cluster = props.cluster ?? new ClusterFacts();
    this.mesh = props.mesh ?? new NoMesh();
    this.delivery = props.delivery ?? new KubernetesDelivery();
    this.autoscaling = props.autoscaling ?? new HorizontalPodAutoscaling();
    if (props.functions !== undefined) this.functions = props.functions;
    this.resourceRecommendations = props.resourceRecommendations ?? false;
    this.monitoring = props.monitoring ?? new NoMonitoring();
    this.dashboards = props.dashboards ?? new NoDashboards();
    if (props.tracing !== undefined) this.tracing = props.tracing;
    if (props.logging !== undefined) this.logging = props.logging;
    this.defaults = props.defaults ?? {};
    this.required = props.required ?? {};
    this.images = { ...props.images };
    this.registryMirrors = { ...props.registryMirrors };
  }

  /** @internal */
  public get _telemetry(): TelemetryFacts {
    const { monitoring, tracing, logging } = this;
    return {
      monitoring: monitoring._facts,
      ...(tracing !== undefined && { tracing: tracing._facts }),
      ...(logging !== undefined && { logging: logging._facts }),
    };
  }

  /**
   * How the context of traces travels with requests of a workload, where there are any.
   *
   * @internal
   */
  public _propagators(stated: readonly Propagator[] | undefined): Pick<WorkloadParty, 'propagators'> {
    const { tracing } = this;
    return tracing === undefined ? {} : { propagators: stated ?? tracing._facts.propagators };
  }

  /** The reference to pull for an image of a program. */
  public resolveImage(image: string): string {
    return resolveImage(image, this);
  }
}

/** Whether the platform was made by another installed copy of the library. */
export function isForeignPlatform(platform: Platform): boolean {
  return isFromOtherCopy(platform) || !Platform.isPlatform(platform);
}
