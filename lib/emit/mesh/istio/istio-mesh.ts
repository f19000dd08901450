import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { evaluateRules, freeId, Problem } from '../../../errors';
import { followedOfNamespaceWide, Manifest, metadataOf, NAMESPACE_EXCEPTION } from '../../kubernetes';
import type {
  DeploymentDefinition,
  MeshContribution,
  DeploymentWorkload,
  JobDefinition,
  JobWorkload,
  NamespaceFacts,
  ScrapeEndpoint,
  WayInFacts,
  Workload,
} from '../../../program';
import { millisOf, keepOwn, NetworkPeer, ownOf } from '../../../values';
import { ExternalDefinition, ExternalFacts, ExternalObjects, Mesh, MeshObjects, MeshUse } from '../mesh';
import { denyAllSpec } from './authorization-policy';
import { DURATION_BOUNDS } from './defaults';
import { IstioExternalObjects } from './external-objects';
import { ISTIO_FEATURES } from './features';
import type { IstioIngressGateway } from './ingress-gateway';
import { IstioFacts, SidecarMode } from './istio-facts';
import { IstioObjects } from './istio-objects';
import { IstioVersion } from './istio-version';
import { strictSpec } from './peer-authentication';
import { scrapedEndpoints } from './metrics';
import { contributionOf, contributionToJob } from './pods';
import { ISTIO_POLICY_SUPPORT } from './policies';
import {
  INSTALLATION_RULES,
  JOB_RULES,
  MICROSERVICE_RULES,
  PLATFORM_RULES,
  PLATFORM_USE_RULES,
  POD_RULES,
  WORKLOAD_RULES,
} from './rules';
import { sidecarSpec } from './sidecar';
import { hasTelemetry, telemetrySpec } from './telemetry';
import { judged } from '../../../arguments';

/** An installation of Istio. */
export interface IstioMeshProps {
  /**
   * Its minor version, 1.27 or newer; what newer ones brought is not used.
   *
   * @default - 1.27, whose fields every newer version has too
   */
  readonly version?: IstioVersion;

  /**
   * Revision, or tag of one, whose proxies are put into pods.
   *
   * @default - the one that namespaces with `istio-injection: enabled` get
   */
  readonly revision?: string;

  /**
   * Namespace of istiod; Istio applies the policies there to the whole mesh.
   *
   * @default istio-system
   */
  readonly rootNamespace?: string;

  /**
   * Trust domain that callers must be of.
   *
   * @default - any that the mesh trusts: a mesh of one trust domain has no other
   */
  readonly trustDomain?: string;

  /**
   * Mode of the proxy in pods.
   *
   * @default SidecarMode.NATIVE
   */
  readonly sidecars?: SidecarMode;

  /**
   * States that Istio's CNI plugin sets up the traffic rules of pods. Without it, each pod needs a privileged init
   * container, which the Pod Security level `restricted` refuses.
   *
   * @default true
   */
  readonly cni?: boolean;

  /**
   * The gateway that exposed microservices are reached through.
   *
   * @default - none: nothing can be exposed
   */
  readonly ingressGateway?: IstioIngressGateway;

  /**
   * Upper bounds of the proxies' histogram of request durations, as `sidecar.istio.io/statsHistogramBuckets` in the
   * injection template sets them; objectives of latency are about one of them.
   *
   * @default - Istio's: 0.5, 1, 5, 10, 25, 50, 100, 250 and 500 ms, 1, 2.5, 5, 10 and 30 s, 1, 5 and 10 min, 30 and 60
   * min
   */
  readonly durationBounds?: Duration[];
}

/** Istio with a proxy in every pod. */
export class IstioMesh extends Mesh {
  /** Name of the mesh, for findings. */
  public readonly name = 'IstioMesh';

  /** @internal */
  public readonly _features = ISTIO_FEATURES;

  /** @internal */
  public readonly _policies = ISTIO_POLICY_SUPPORT;

  /** @internal */
  public readonly _knowsHosts = true;

  private readonly facts: IstioFacts;

  public constructor(props: IstioMeshProps = {}) {
    super();
    const {
      version = IstioVersion.of('1.27'),
      revision,
      rootNamespace = 'istio-system',
      trustDomain,
      sidecars = SidecarMode.NATIVE,
      cni = true,
      ingressGateway,
      durationBounds,
    } = judged(this, 'IstioMesh', props);
    this.facts = {
      version,
      rootNamespace,
      sidecars,
      cni,
      durationBounds: durationBounds?.map(millisOf) ?? DURATION_BOUNDS,
      ...(trustDomain !== undefined && { trustDomain }),
      ...(revision !== undefined && { revision }),
      ...(ingressGateway !== undefined && { ingressGateway: ownOf(ingressGateway) }),
    };
    keepOwn(this, IstioMesh);
  }

  /** @internal */
  public _scraped(facts: Pick<DeploymentDefinition, 'monitoring' | 'ports'>): readonly ScrapeEndpoint[] {
    return scrapedEndpoints(facts);
  }

  /** @internal */
  public _namespaceLabels(): Readonly<Record<string, string>> {
    return this.facts.revision === undefined
      ? { 'istio-injection': 'enabled' }
      : { 'istio.io/rev': this.facts.revision };
  }

  /** @internal */
  public _outsideLabels(): Readonly<Record<string, string>> {
    return { 'sidecar.istio.io/inject': 'false' };
  }

  /** @internal */
  public _gateway(): string | undefined {
    const { ingressGateway: gateway } = this.facts;
    if (gateway === undefined) return undefined;
    const labels = Object.entries(gateway.labels).sort(([a], [b]) => (a < b ? -1 : 1));
    return JSON.stringify([gateway.namespace, labels, gateway.httpsPort]);
  }

  /** @internal */
  public _wayIn(): WayInFacts {
    const { ingressGateway: gateway } = this.facts;
    return {
      provider: this.name,
      isDefault: true,
      ...(gateway !== undefined && {
        pods: NetworkPeer.pods({ namespace: gateway.namespace, labels: gateway.labels }),
        account: `${gateway.namespace}/${gateway.serviceAccount}`,
        certificateNamespace: gateway.namespace,
      }),
    };
  }

  /** @internal */
  public _declareNamespace(scope: Construct, facts: NamespaceFacts): void {
    const { name: namespace } = facts;
    const guarded = { followed: () => followedOfNamespaceWide(), exception: NAMESPACE_EXCEPTION };
    const common = { apiVersion: 'security.istio.io/v1', namespace, ...guarded };
    new Manifest(scope, 'security-authentication', {
      ...common,
      kind: 'PeerAuthentication',
      name: 'default',
      fields: { spec: strictSpec },
    });
    new Manifest(scope, 'security-authorization', {
      ...common,
      kind: 'AuthorizationPolicy',
      name: 'deny-all',
      fields: { spec: denyAllSpec },
    });
    if (hasTelemetry(facts))
      new Manifest(scope, 'telemetry', {
        apiVersion: 'telemetry.istio.io/v1',
        kind: 'Telemetry',
        name: 'default',
        namespace,
        exception: NAMESPACE_EXCEPTION,
        fields: { spec: () => telemetrySpec(facts) },
      });
  }

  /** @internal */
  public _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): MeshObjects {
    return new IstioObjects(scope, definition, workload, this.factsFor(definition));
  }

  /** @internal */
  public _declareJob(scope: Construct, definition: JobDefinition, workload: () => JobWorkload): void {
    new Manifest(scope, freeId(scope, 'egress-scope'), {
      ...metadataOf(definition),
      apiVersion: 'networking.istio.io/v1',
      kind: 'Sidecar',
      fields: { spec: () => sidecarSpec(workload()) },
    });
  }

  /** @internal */
  public _declareExternal(
    scope: Construct,
    definition: ExternalDefinition,
    resolved: () => ExternalFacts,
  ): ExternalObjects {
    return new IstioExternalObjects(scope, definition, resolved);
  }

  /** @internal */
  public _contribution(facts: DeploymentWorkload): MeshContribution {
    return contributionOf(facts, this.factsFor(facts));
  }

  /** @internal */
  public _contributionToJob(facts: JobWorkload): MeshContribution {
    return contributionToJob(facts, this.facts);
  }

  /** @internal */
  public _platformProblems(use: MeshUse): Problem[] {
    return [
      ...evaluateRules(PLATFORM_RULES, this.facts),
      ...evaluateRules(PLATFORM_USE_RULES, { ...use, istio: this.facts }),
    ];
  }

  /** @internal */
  public _problems(facts: DeploymentWorkload): Problem[] {
    return [
      ...evaluateRules(WORKLOAD_RULES, facts),
      ...evaluateRules(MICROSERVICE_RULES, facts),
      ...evaluateRules(INSTALLATION_RULES, { microservice: facts, istio: this.factsFor(facts) }),
    ];
  }

  /** @internal */
  public _problemsOfJob(facts: JobWorkload): Problem[] {
    return [...evaluateRules(WORKLOAD_RULES, facts), ...evaluateRules(JOB_RULES, { job: facts, istio: this.facts })];
  }

  /** @internal */
  public _podProblems(facts: Workload, template: Readonly<Record<string, unknown>>): Problem[] {
    return evaluateRules(POD_RULES, { microservice: facts, template });
  }

  /** The installation without its gateway, where the platform states another way in. */
  private factsFor({ wayIn }: Pick<DeploymentDefinition, 'wayIn'>): IstioFacts {
    const { ingressGateway, ...others } = this.facts;
    return wayIn.isDefault ? this.facts : others;
  }
}
