import type { Construct } from 'constructs';
import type { Problem } from '../../errors';
import type {
  DeploymentDefinition,
  DeploymentWorkload,
  Edge,
  FeatureSupport,
  MeshContribution,
  NamespaceFacts,
  Endpoint,
  PolicyName,
  ScrapeEndpoint,
} from '../../program';
import type { Exposure } from '../../values';
import type { FeatureTable } from './features';

/** The objects of a mesh that belong to one microservice; they come into being as it is called and exposed. */
export interface MeshObjects {
  /** Takes note of a call. */
  called(edge: Edge): void;
  /** Takes note of an exposure; `exposures` are all that are stated so far. */
  exposed(exposures: readonly Exposure[]): void;
}

/** The objects of a mesh that lead to an external service. */
export type ExternalObjects = Pick<MeshObjects, 'called'>;

/** An external service as it is stated. */
export interface ExternalDefinition {
  /** The namespace that its objects are in. */
  readonly namespace: string;
  readonly endpoint: Endpoint;
  /** Labels of its objects. */
  readonly labels: Readonly<Record<string, string>>;
  /** Path of a file with the certificates that its own must be signed by, in callers' proxies. */
  readonly caCertificates?: string;
}

/** An external service with the edges to it. */
export interface ExternalFacts extends ExternalDefinition {
  readonly inbound: readonly Edge[];
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
   * Whether it keeps a registry of hosts, in which each can stand once.
   *
   * @internal
   */
  public abstract readonly _knowsHosts: boolean;

  /**
   * Endpoints that scrapers read in its pods; undefined where it has no proxies, which carry and count requests.
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
   * Labels that keep a pod of such a namespace out of the mesh.
   *
   * @internal
   */
  public abstract _outsideLabels(): Readonly<Record<string, string>>;

  /**
   * Declares what holds for a whole namespace.
   *
   * @internal
   */
  public abstract _declareNamespace(scope: Construct, facts: NamespaceFacts): void;

  /**
   * Declares what belongs to a microservice.
   *
   * @internal
   */
  public abstract _declareMicroservice(
    scope: Construct,
    definition: DeploymentDefinition,
    workload: () => DeploymentWorkload,
  ): MeshObjects;

  /**
   * Declares what leads to an external service.
   *
   * @internal
   */
  public abstract _declareExternal(
    scope: Construct,
    definition: ExternalDefinition,
    resolved: () => ExternalFacts,
  ): ExternalObjects;

  /**
   * What is added to the pods and to their network policies.
   *
   * @internal
   */
  public abstract _contribution(facts: DeploymentWorkload): MeshContribution;

  /**
   * What is wrong with the statements about the mesh itself.
   *
   * @internal
   */
  public abstract _platformProblems(): Problem[];

  /**
   * What is wrong with a microservice in this mesh.
   *
   * @internal
   */
  public abstract _problems(facts: DeploymentWorkload): Problem[];
}
