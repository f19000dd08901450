import { Delivery, KubernetesDelivery } from '../emit/delivery';
import { Mesh, MeshFeature, NoMesh } from '../emit/mesh';
import { TelemetryFacts, type WayInFacts } from '../program';
import { ClusterFacts, keepOwn, MicroserviceSettings, resolveImage } from '../values';
import { judged, markCopy } from '../arguments';
import { Dashboards, Logging, Monitoring, NoDashboards, NoMonitoring, Tracing } from '../emit/observability';
import { Autoscaling, HorizontalPodAutoscaling } from '../emit/scaling';
import type { Functions } from '../emit/serverless';
import { LoadBalancer, type WayIn } from '../emit/ways-in';

/** Observability of a target cluster. */
export interface ObservabilityProps {
  /**
   * Monitoring system that scrapes metrics, evaluates rules and sends alerts.
   *
   * @default - none
   */
  readonly monitoring?: Monitoring;

  /**
   * Store of dashboards.
   *
   * @default - none: no dashboards are made
   */
  readonly dashboards?: Dashboards;

  /**
   * Sampling and collection of traces.
   *
   * @default - no requests are traced
   */
  readonly tracing?: Tracing;

  /**
   * Access logs, and the routing of logs by collectors.
   *
   * @default - the access logs of the mesh
   */
  readonly logging?: Logging;
}

/** Properties of a platform. */
export interface PlatformProps {
  /**
   * Facts of the cluster.
   *
   * @default - a cluster of Kubernetes 1.30 of which nothing else is known
   */
  readonly cluster?: ClusterFacts;

  /**
   * Mesh that enforces the policy of calls.
   *
   * @default - no mesh: what Kubernetes alone can do
   */
  readonly mesh?: Mesh;

  /**
   * Way of requests from outside to exposed microservices.
   *
   * @default - the ingress gateway of the mesh; without a mesh, a load balancer for each exposed microservice
   */
  readonly wayIn?: WayIn;

  /**
   * Delivery provider that rolls out new versions.
   *
   * @default - Kubernetes' own rolling updates
   */
  readonly delivery?: Delivery;

  /**
   * Autoscaler of microservices.
   *
   * @default - HorizontalPodAutoscalers, without an adapter for metrics
   */
  readonly autoscaling?: Autoscaling;

  /**
   * Provider that runs functions.
   *
   * @default - none: functions cannot be stated
   */
  readonly functions?: Functions;

  /**
   * Makes the vertical pod autoscaler recommend resource requests, without changing them.
   *
   * @default false
   */
  readonly resourceRecommendations?: boolean;

  /**
   * Monitoring, dashboards, tracing and logging.
   *
   * @default - none
   */
  readonly observability?: ObservabilityProps;

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
   * Image references by the names that programs use. Pipelines pass tags and digests here.
   *
   * @default - none: programs state whole references
   */
  readonly images?: { [name: string]: string };

  /**
   * Mirrors by the registry, or longer prefix, that they replace. `docker.io` stands for references without a registry.
   *
   * @default - none
   */
  readonly registryMirrors?: { [prefix: string]: string };
}

const PLATFORM = Symbol.for('cdk8s-microservice.Platform');

/** Providers, defaults and requirements of a target cluster. */
export class Platform {
  /** Tells platforms from other values, those of another installed copy of the library included. */
  public static isPlatform(x: any): boolean {
    return x !== null && typeof x === 'object' && PLATFORM in x;
  }

  /** Facts of the cluster. */
  public readonly cluster: ClusterFacts;

  /** Mesh that enforces the policy of calls. */
  public readonly mesh: Mesh;

  /** Way of requests from outside, where it is stated. */
  public readonly wayIn?: WayIn;

  /** Delivery provider that rolls out new versions. */
  public readonly delivery: Delivery;

  /** Autoscaler of microservices. */
  public readonly autoscaling: Autoscaling;

  /** Provider that runs functions. */
  public readonly functions?: Functions;

  /** Recommendations of the vertical pod autoscaler. */
  public readonly resourceRecommendations: boolean;

  /** Monitoring system. */
  public readonly monitoring: Monitoring;

  /** Store of dashboards. */
  public readonly dashboards: Dashboards;

  /** Tracing, where requests are traced. */
  public readonly tracing?: Tracing;

  /** Logging, where it is stated. */
  public readonly logging?: Logging;

  /** Settings that stacks and microservices may change. */
  public readonly defaults: MicroserviceSettings;

  /** Settings that nothing below can change. */
  public readonly required: MicroserviceSettings;

  /** Image references by the name that programs use. */
  public readonly images: { [name: string]: string };

  /** Mirrors by the registry that they replace. */
  public readonly registryMirrors: { [prefix: string]: string };

  public constructor(props: PlatformProps = {}) {
    const stated = judged(this, 'Platform', props);
    Object.defineProperty(this, PLATFORM, { value: true });
    markCopy(this);
    this.cluster = stated.cluster ?? new ClusterFacts();
    this.mesh = stated.mesh ?? new NoMesh();
    if (stated.wayIn !== undefined) this.wayIn = stated.wayIn;
    this.delivery = stated.delivery ?? new KubernetesDelivery();
    this.autoscaling = stated.autoscaling ?? new HorizontalPodAutoscaling();
    if (stated.functions !== undefined) this.functions = stated.functions;
    this.resourceRecommendations = stated.resourceRecommendations ?? false;
    const { monitoring, dashboards, tracing, logging } = stated.observability ?? {};
    this.monitoring = monitoring ?? new NoMonitoring();
    this.dashboards = dashboards ?? new NoDashboards();
    if (tracing !== undefined) this.tracing = tracing;
    if (logging !== undefined) this.logging = logging;
    this.defaults = stated.defaults ?? {};
    this.required = stated.required ?? {};
    this.images = { ...stated.images };
    this.registryMirrors = { ...stated.registryMirrors };
    keepOwn(this, Platform);
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
   * Provider of objects for exposures. Undefined where the gateway of the mesh carries them.
   *
   * @internal
   */
  public get _entry(): WayIn | undefined {
    const byLoadBalancer = this.mesh._features[MeshFeature.LOAD_BALANCER_EXPOSURE].level === 'exact';
    return this.wayIn ?? (byLoadBalancer ? new LoadBalancer() : undefined);
  }

  /** @internal */
  public _wayInFacts(workload: { readonly name: string; readonly namespace: string }): WayInFacts {
    return this.wayIn?._facts(workload) ?? this.mesh._wayIn();
  }

  /** The reference to pull for an image of a program. */
  public resolveImage(image: string): string {
    return resolveImage(image, this);
  }
}
