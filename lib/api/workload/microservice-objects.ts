import type { ApiObject } from 'cdk8s';
import type { IClusterRole, IRole, ISubject } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { freeId } from '../../errors';
import {
  activatorSpec,
  allowAllSpec,
  asksNodes,
  claimSpec,
  asksNodesFor,
  daemonSetSpec,
  followedOfService,
  followedOfWorkload,
  headlessSpec,
  Manifest,
  type ManifestProps,
  metadataOf,
  networkPolicySpec,
  podConfiguration,
  podDisruptionBudgetSpec,
  problemsOfPods,
  serviceSpec,
  templateIn,
  statefulSetSpec,
  workloadLabels,
} from '../../emit/kubernetes';
import { MeshObjects } from '../../emit/mesh';
import type { WayInObjects } from '../../emit/ways-in';
import {
  boundsDisruptions,
  type DeploymentDefinition,
  type DeploymentWorkload,
  type Edge,
  type Endpoint,
  FieldOwner,
  isDelivered,
  serviceOf,
  WorkloadRef,
} from '../../program';
import type { Exposure } from '../../values';
import type { Platform } from '../../platform';
import { verticalPodAutoscalerSpec } from '../../emit/scaling';
import { declareConfigMaps } from './config-maps';
import { sharedClaimName } from './microservice-claims';
import { declareNodesPolicy } from './nodes-policy';
import { declareAccount } from './declare-account';
import { bindRole } from './role-binding';

/**
 * The objects of a microservice. Their ids are roles, not kinds: they stay when a kind changes, and in their order an
 * object comes after what it needs.
 */
export class MicroserviceObjects {
  public readonly serviceAccount: ISubject;
  public readonly disruptionBudget?: Manifest;
  public readonly networkPolicy: Manifest;
  public readonly autoscaler?: ApiObject;
  public readonly service?: Manifest;
  public readonly headlessService?: Manifest;
  public readonly workload: Manifest;
  /** Objects that run pods of other versions. */
  public readonly versions: readonly ApiObject[];
  private readonly meshObjects: MeshObjects;
  private readonly entry: WayInObjects | undefined;
  private nodesPolicy?: Manifest;

  public constructor(
    private readonly scope: Construct,
    private readonly definition: DeploymentDefinition,
    private readonly resolved: () => DeploymentWorkload,
    private readonly platform: Platform,
  ) {
    const { scaling, disruptionBudget, networkPolicy } = definition.settings.values;
    this.serviceAccount = declareAccount(scope, definition);
    declareConfigMaps(scope, definition);
    if (boundsDisruptions(disruptionBudget, scaling.max)) {
      this.disruptionBudget = this.add('budget', 'policy/v1', 'PodDisruptionBudget', () =>
        podDisruptionBudgetSpec(resolved()),
      );
    }
    this.networkPolicy = this.add('network', 'networking.k8s.io/v1', 'NetworkPolicy', () =>
      networkPolicy ? networkPolicySpec(resolved()) : allowAllSpec(definition),
    );
    if (asksNodes(definition)) this.admitNodes();
    if (scaling.autoscaled) this.autoscaler = platform.autoscaling._declareMicroservice(scope, definition, resolved);
    if (platform.resourceRecommendations)
      this.add('recommendations', 'autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', () =>
        verticalPodAutoscalerSpec(resolved()),
      );
    if (definition.ports.length > 0 && !definition.delivery.ownsRoutes)
      this.service = this.add('service', 'v1', 'Service', () => serviceSpec(resolved()), {
        name: serviceOf(definition),
        followed: () => followedOfService(resolved(), serviceSpec(resolved()).ports ?? []),
      });
    for (const claim of definition.claims ?? [])
      this.add(freeId(scope, `claim-${claim.name}`), 'v1', 'PersistentVolumeClaim', () => claimSpec(claim), {
        name: sharedClaimName(definition.name, claim),
      });
    const { activator, stateful, perNode } = definition;
    if (stateful !== undefined)
      this.headlessService = this.add('service-of-replicas', 'v1', 'Service', () => headlessSpec(resolved()), {
        name: stateful.headlessService,
        followed: () => followedOfService(resolved(), headlessSpec(resolved()).ports ?? []),
      });
    const address = activator?.address;
    if (activator !== undefined && address !== undefined)
      this.add('activator', 'v1', 'Service', () => activatorSpec(activator, address, resolved()), {
        name: address.service,
      });
    const scaler = this.autoscaler && referenceTo(this.autoscaler);
    this.versions = isDelivered(definition)
      ? platform.delivery._declareMicroservice(scope, definition, resolved, scaler)
      : [];
    this.meshObjects = platform.mesh._declareMicroservice(scope, definition, resolved);
    this.entry = platform._entry?._declareMicroservice({
      scope,
      definition,
      workload: resolved,
      ...(this.service !== undefined && { service: this.service }),
    });
    platform.monitoring._declareMicroservice(scope, definition, resolved);
    platform.dashboards._declareMicroservice(scope, definition, resolved);
    const {
      apiVersion,
      kind,
      spec,
      labels = {},
    } = stateful !== undefined
      ? { ...definition.object, spec: () => statefulSetSpec(resolved(), stateful) }
      : perNode !== undefined
        ? { ...definition.object, spec: () => daemonSetSpec(resolved(), perNode) }
        : platform.delivery._workload(definition, resolved);
    this.workload = this.add('workload', apiVersion, kind, spec, {
      labels: { ...workloadLabels(definition), ...labels },
      configuration: podConfiguration(definition),
      owned: () => this.ownership().filter((field) => field.kind === kind && field.name === definition.name),
      followed: () => followedOfWorkload(resolved()),
      judge: (object) => [
        ...problemsOfPods(resolved(), object),
        ...platform.mesh._podProblems(resolved(), templateIn(object) ?? {}),
      ],
    });
    if (platform.autoscaling._followsWorkload) this.autoscaler?.addDependency(this.workload);
  }

  /** Fields that another controller than the program changes at run time. */
  public ownership(): FieldOwner[] {
    const { autoscaling, delivery } = this.platform;
    const workload = this.resolved();
    return [...autoscaling._ownership(workload), ...(isDelivered(workload) ? delivery._ownership(workload) : [])];
  }

  /** Opens the way to a callee. */
  public calls(callee: Endpoint): void {
    if (asksNodesFor(callee, this.definition.cluster)) this.admitNodes();
  }

  /** Declares the objects of the callee's half of a call. */
  public called(edge: Edge): void {
    if (asksNodesFor(edge.caller, this.definition.cluster)) this.admitNodes();
    this.meshObjects.called(edge);
  }

  /** Objects of exposed traffic: those of the mesh's gateway, or of the way in of the platform. */
  public expose(exposures: readonly Exposure[]): void {
    const { networkPlugin, ingress } = this.definition.cluster;
    if (!networkPlugin.cidrMatchesNodes && ingress.some(({ range }) => range !== undefined)) this.admitNodes();
    this.meshObjects.exposed(exposures);
    this.entry?.exposed(exposures);
  }

  /** Opens the way to the Kubernetes API. */
  public callKubernetesApi(): void {
    this.admitNodes();
  }

  /** Names nodes and the API server where the network plugin does not match them by ranges. */
  private admitNodes(): void {
    this.nodesPolicy ??= declareNodesPolicy(this.scope, this.definition, this.resolved);
  }

  /** Binds a role to the service account: in its namespace, or in the whole cluster. */
  public bind(role: IRole | IClusterRole, inWholeCluster: boolean): void {
    bindRole(this.scope, this.definition, role, inWholeCluster);
  }

  private add(
    id: string,
    apiVersion: string,
    kind: string,
    spec: () => unknown,
    further: Partial<ManifestProps> = {},
  ): Manifest {
    return new Manifest(this.scope, id, {
      ...metadataOf(this.definition),
      ...further,
      apiVersion,
      kind,
      fields: { spec },
    });
  }
}

function referenceTo({ apiVersion, kind, name }: ApiObject): WorkloadRef {
  return { apiVersion, kind, name };
}
