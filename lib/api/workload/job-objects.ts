import type { IClusterRole, IRole } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import {
  allowAllSpec,
  asksNodes,
  asksNodesFor,
  followedOfWorkload,
  jobObject,
  jobObjectSpec,
  Manifest,
  metadataOf,
  networkPolicySpec,
  podConfiguration,
  problemsOfPods,
  ServiceAccount,
  templateIn,
  workloadLabels,
} from '../../emit/kubernetes';
import type { Endpoint, JobDefinition, JobWorkload } from '../../program';
import type { Platform } from '../../platform';
import { declareNodesPolicy } from './nodes-policy';
import { bindRole } from './role-binding';

/** The objects of a job. Nobody calls it, so it has no Service, and nothing lets requests in. */
export class JobObjects {
  public readonly serviceAccount: ServiceAccount;
  public readonly networkPolicy: Manifest;
  public readonly workload: Manifest;
  private nodesPolicy?: Manifest;

  public constructor(
    private readonly scope: Construct,
    private readonly definition: JobDefinition,
    private readonly resolved: () => JobWorkload,
    platform: Platform,
  ) {
    const metadata = metadataOf(definition);
    const { apiVersion, kind } = jobObject(definition);
    this.serviceAccount = new ServiceAccount(scope, 'account', metadata);
    this.networkPolicy = new Manifest(scope, 'network', {
      ...metadata,
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      fields: {
        spec: () =>
          definition.settings.values.networkPolicy ? networkPolicySpec(resolved()) : allowAllSpec(definition),
      },
    });
    if (asksNodes(definition)) this.admitNodes();
    platform.mesh._declareJob(scope, definition, resolved);
    platform.monitoring._declareJob(scope, definition, resolved);
    this.workload = new Manifest(scope, 'workload', {
      ...metadata,
      apiVersion,
      kind,
      labels: { ...metadata.labels, ...workloadLabels(definition) },
      configuration: podConfiguration(definition),
      followed: () => followedOfWorkload(resolved()),
      judge: (object) => [
        ...problemsOfPods(resolved(), object),
        ...platform.mesh._podProblems(resolved(), templateIn(object) ?? {}),
      ],
      fields: { spec: () => jobObjectSpec(resolved()) },
    });
  }

  /** Opens the way to a callee. */
  public calls(callee: Endpoint): void {
    if (asksNodesFor(callee, this.definition.cluster)) this.admitNodes();
  }

  /** Opens the way to the Kubernetes API. */
  public callKubernetesApi(): void {
    this.admitNodes();
  }

  /** Binds a role to the service account: in its namespace, or in the whole cluster. */
  public bind(role: IRole | IClusterRole, inWholeCluster: boolean): void {
    bindRole(this.scope, this.definition, role, inWholeCluster);
  }

  /** Names nodes and the API server where the network plugin does not match them by ranges. */
  private admitNodes(): void {
    this.nodesPolicy ??= declareNodesPolicy(this.scope, this.definition, this.resolved);
  }
}
