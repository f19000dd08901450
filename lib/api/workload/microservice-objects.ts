import type { ApiObject } from 'cdk8s';
import type { IClusterRole, IRole } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { freeId } from '../../errors';
import {
  activatorSpec,
  allowAllSpec,
  exposureName,
  loadBalancerSpec,
  Manifest,
  metadataOf,
  networkPolicySpec,
  ObjectMetadata,
  podDisruptionBudgetSpec,
  ServiceAccount,
  serviceSpec,
  workloadLabels,
} from '../../emit/kubernetes';
import { MeshFeature, MeshObjects } from '../../emit/mesh';
import { boundsDisruptions, FieldOwner, DeploymentWorkload, WorkloadRef } from '../../program';
import type { Platform } from '../../platform';
import { verticalPodAutoscalerSpec } from '../../emit/scaling';

/**
 * The objects of a microservice. Their ids are roles, not kinds: they stay when a kind changes, and in their order an
 * object comes after what it needs.
 */
export class MicroserviceObjects {
  public readonly serviceAccount: ServiceAccount;
  public readonly disruptionBudget?: Manifest;
  public readonly networkPolicy: Manifest;
  public readonly autoscaler?: ApiObject;
  public readonly service?: Manifest;
  public readonly workload: Manifest;
  private readonly meshObjects: MeshObjects;
  private loadBalancer?: Manifest;

  public constructor(
    private readonly scope: Construct,
    private readonly facts: DeploymentWorkload,
    private readonly platform: Platform,
  ) {
    const { scaling, disruptionBudget, networkPolicy } = facts.settings.values;
    this.serviceAccount = new ServiceAccount(scope, 'account', metadataOf(facts));
    if (boundsDisruptions(disruptionBudget, scaling.max)) {
      this.disruptionBudget = this.add('budget', 'policy/v1', 'PodDisruptionBudget', () =>
        podDisruptionBudgetSpec(facts),
      );
    }
    this.networkPolicy = this.add('network', 'networking.k8s.io/v1', 'NetworkPolicy', () =>
      networkPolicy ? networkPolicySpec(facts) : allowAllSpec(facts),
    );
    if (scaling.autoscaled) this.autoscaler = platform.autoscaling._declareMicroservice(scope, facts);
    if (platform.resourceRecommendations)
      this.add('recommendations', 'autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', () =>
        verticalPodAutoscalerSpec(facts),
      );
    if (facts.ports.length > 0 && !facts.delivery.ownsRoutes)
      this.service = this.add('service', 'v1', 'Service', () => serviceSpec(facts));
    const { activator } = facts;
    const address = activator?.address;
    if (activator !== undefined && address !== undefined)
      this.add('activator', 'v1', 'Service', () => activatorSpec(activator, address, facts), { name: address.service });
    platform.delivery._declareMicroservice(scope, facts, this.autoscaler && referenceTo(this.autoscaler));
    this.meshObjects = platform.mesh._declareMicroservice(scope, facts);
    platform.monitoring._declareMicroservice(scope, facts);
    platform.dashboards._declareMicroservice(scope, facts);
    const { apiVersion, kind, spec, labels } = platform.delivery._workload(facts);
    this.workload = this.add(
      'workload',
      apiVersion,
      kind,
      spec,
      { labels: { ...workloadLabels(facts), ...labels } },
      () =>
        [...platform.autoscaling._ownership(facts), ...platform.delivery._ownership(facts)].filter(
          (field) => field.kind === kind && field.name === facts.name,
        ),
    );
    if (platform.autoscaling._followsWorkload) this.autoscaler?.addDependency(this.workload);
  }

  /** What belongs to the callee's half of a call. */
  public called(): void {
    this.meshObjects.called();
  }

  /**
   * What exposed traffic comes through: the mesh's gateway, or else a load balancer's Service, made when the first port
   * is exposed.
   */
  public expose(): void {
    this.meshObjects.exposed();
    if (this.platform.mesh._features[MeshFeature.LOAD_BALANCER_EXPOSURE].level !== 'exact') return;
    // Programs may have put something of that id there before.
    this.loadBalancer ??= this.add(
      freeId(this.scope, 'exposure'),
      'v1',
      'Service',
      () => loadBalancerSpec(this.facts),
      { name: exposureName(this.facts.name) },
    );
    // Another value than the platform requires is reported where the exposure states it.
    const required = new Set(
      this.facts.settings.required.filter(([map]) => map === 'annotations').map(([, key]) => key),
    );
    for (const { annotations } of this.facts.exposures) {
      for (const [key, value] of Object.entries(annotations))
        if (!required.has(key)) this.loadBalancer.metadata.addAnnotation(key, value);
    }
  }

  /** Binds a role to the service account: in its namespace, or in the whole cluster. */
  public bind(role: IRole | IClusterRole, inWholeCluster: boolean): void {
    const { name, namespace } = this.facts;
    const id = `${inWholeCluster ? 'cluster-binding' : 'binding'}-${role.kind}-${role.name}`;
    if (this.scope.node.tryFindChild(id) !== undefined) return;
    new Manifest(this.scope, id, {
      ...metadataOf(this.facts),
      // Names of cluster-wide objects say which namespace they serve.
      ...(inWholeCluster
        ? { name: `${namespace}.${name}.${role.name}`, clusterWide: true }
        : { name: `${name}-${role.name}` }),
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: inWholeCluster ? 'ClusterRoleBinding' : 'RoleBinding',
      fields: {
        roleRef: () => ({ apiGroup: 'rbac.authorization.k8s.io', kind: role.kind, name: role.name }),
        subjects: () => [{ kind: 'ServiceAccount', name, namespace }],
      },
    });
  }

  private add(
    id: string,
    apiVersion: string,
    kind: string,
    spec: () => unknown,
    metadata: Partial<ObjectMetadata> = {},
    owned: () => readonly FieldOwner[] = () => [],
  ): Manifest {
    return new Manifest(this.scope, id, {
      ...metadataOf(this.facts),
      ...metadata,
      apiVersion,
      kind,
      owned,
      fields: { spec },
    });
  }
}

function referenceTo({ apiVersion, kind, name }: ApiObject): WorkloadRef {
  return { apiVersion, kind, name };
}
