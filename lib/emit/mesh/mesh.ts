import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type {
  DeploymentDefinition,
  DeploymentWorkload,
  Edge,
  FeatureSupport,
  JobDefinition,
  JobWorkload,
  MeshContribution,
  NamespaceFacts,
  Endpoint,
  PolicyName,
  ScrapeEndpoint,
  WayInFacts,
  Workload,
} from '../../program';
import type { ClusterFacts, Exposure } from '../../values';
import type { FeatureTable } from './features';

/** Objects of a mesh that belong to one microservice. They grow as it is called and exposed. */
export interface MeshObjects {
  /** Adds a call. */
  called(edge: Edge): void;
  /** Adds an exposure. `exposures` are all those of the microservice so far. */
  exposed(exposures: readonly Exposure[]): void;
}

/** Objects of a mesh for calls to an external service. */
export type ExternalObjects = Pick<MeshObjects, 'called'>;

/** An external service as stated. */
export interface ExternalDefinition {
  /** Namespace of its objects. */
  readonly namespace: string;
  readonly endpoint: Endpoint;
  /** Labels of its objects. */
  readonly labels: Readonly<Record<string, string>>;
  /** Path, in callers' proxies, of a file with the CA certificates that verify its certificate. */
  readonly caCertificates?: string;
}

/** An external service with the edges to it. */
export interface ExternalFacts extends ExternalDefinition {
  readonly inbound: readonly Edge[];
}

/** A cluster with a mesh, and the microservices there. */
export interface MeshUse {
  readonly cluster: ClusterFacts;
  readonly microservices: readonly DeploymentWorkload[];
}

/** Mesh that enforces the policy of calls: a service mesh, or Kubernetes alone. */
export abstract class Mesh {
  /** Name of the mesh, for findings. */
  public abstract readonly name: string;

  /** @internal */
  public abstract readonly _features: FeatureTable;

  /**
   * Support of each policy of calls.
   *
   * @internal
   */
  public abstract readonly _policies: Readonly<Record<PolicyName, FeatureSupport>>;

  /**
   * True where the mesh keeps a registry of hosts, in which each host name stands once.
   *
   * @internal
   */
  public abstract readonly _knowsHosts: boolean;

  /**
   * Endpoints of its pods that scrapers read. Undefined for a mesh without proxies, which carry and count requests.
   *
   * @internal
   */
  public abstract _scraped(
    facts: Pick<DeploymentDefinition, 'monitoring' | 'ports'>,
  ): readonly ScrapeEndpoint[] | undefined;

  /**
   * Labels that put the pods of a namespace into the mesh.
   *
   * @internal
   */
  public abstract _namespaceLabels(): Readonly<Record<string, string>>;

  /**
   * Labels that keep a single pod of such a namespace out of the mesh.
   *
   * @internal
   */
  public abstract _outsideLabels(): Readonly<Record<string, string>>;

  /**
   * Key of the gateway for exposures: equal for the same gateway of a cluster. Undefined where there is none.
   *
   * @internal
   */
  public abstract _gateway(): string | undefined;

  /**
   * Way in that the mesh itself offers.
   *
   * @internal
   */
  public abstract _wayIn(): WayInFacts;

  /**
   * Declares the objects of a whole namespace.
   *
   * @internal
   */
  public abstract _declareNamespace(scope: Construct, facts: NamespaceFacts): void;

  /**
   * Declares the objects of a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): MeshObjects;

  /**
   * Declares the objects of a job, which calls and is not called.
   *
   * @internal
   */
  public abstract _declareJob(scope: Construct, definition: JobDefinition, workload: () => JobWorkload): void;

  /**
   * Declares the objects for calls to an external service.
   *
   * @internal
   */
  public abstract _declareExternal(
    scope: Construct,
    definition: ExternalDefinition,
    resolved: () => ExternalFacts,
  ): ExternalObjects;

  /**
   * Contribution of the mesh to the pods of a microservice and to their network policies.
   *
   * @internal
   */
  public abstract _contribution(facts: DeploymentWorkload): MeshContribution;

  /**
   * Contribution of the mesh to the pods of a job and to their network policies.
   *
   * @internal
   */
  public abstract _contributionToJob(facts: JobWorkload): MeshContribution;

  /**
   * Problems of the statements about the mesh itself, and of its use by all microservices.
   *
   * @internal
   */
  public abstract _platformProblems(use: MeshUse): Problem[];

  /**
   * Problems of a microservice in this mesh.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];

  /**
   * Problems of a job in this mesh.
   *
   * @internal
   */
  public abstract _problemsOfJob(facts: JobWorkload): Problem[];

  /**
   * Problems of the final pods of a workload in this mesh, whatever patched them.
   *
   * @internal
   */
  public abstract _podProblems(facts: Workload, template: Readonly<Record<string, unknown>>): Problem[];
}
