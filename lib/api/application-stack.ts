import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { CATALOGUE, checkStack, type StackPart } from '../checks';
import { acknowledge, check, checkId, freeId } from '../errors';
import { stackLabels } from '../emit/kubernetes';
import { effectiveLabels, DeploymentWorkload, NamespaceFacts, endpointId } from '../program';
import { Layer, markCopy, MicroserviceSettings, PodSecurityLevel } from '../values';
import { NamespaceBaseline } from './namespace-baseline';
import { isForeignPlatform, Platform } from '../platform';
import { STACKS, workloadPath } from './tree/registry';

/** Properties of an application stack. */
export interface ApplicationStackProps {
  /**
   * Platform of the target cluster.
   *
   * @default - a cluster of Kubernetes 1.30 of which nothing else is known
   */
  readonly platform?: Platform;

  /**
   * Namespace that the microservices run in.
   *
   * @default - the stack's id
   */
  readonly namespace?: string;

  /**
   * States that the namespace and its baseline exist already. Stacks that share a namespace agree on it.
   *
   * @default false
   */
  readonly existing?: boolean;

  /**
   * Pod Security level of the namespace. Stacks that share a namespace agree on it.
   *
   * @default PodSecurityLevel.RESTRICTED
   */
  readonly podSecurity?: PodSecurityLevel;

  /**
   * Settings of every microservice of the stack, which each may change.
   *
   * @default - the platform's
   */
  readonly defaults?: MicroserviceSettings;
}

const STACK = Symbol.for('cdk8s-microservice.ApplicationStack');

/** A set of microservices in one namespace, on one platform: the unit that people compose. */
export class ApplicationStack extends Chart {
  /** Tells application stacks from other values, those of another installed copy of the library included. */
  public static isApplicationStack(x: any): boolean {
    return x !== null && typeof x === 'object' && STACK in x;
  }

  /** Platform of the target cluster. */
  public readonly platform: Platform;

  /**
   * The namespace with its Pod Security labels and its policies, shared by all stacks of the namespace.
   *
   * @default - it comes from elsewhere
   */
  public readonly namespaceBaseline?: NamespaceBaseline;

  /** @internal */
  public readonly _id: string;

  /** @internal */
  public readonly _namespace: NamespaceFacts;

  /** @internal */
  public readonly _layer: Layer;

  /**
   * Grows as they are stated.
   *
   * @internal
   */
  public readonly _microservices: (() => DeploymentWorkload)[] = [];

  public constructor(scope: Construct, id: string, props: ApplicationStackProps = {}) {
    const given = props.platform ?? new Platform();
    const platform = isForeignPlatform(given) ? new Platform() : given;
    const namespace = props.namespace ?? id;
    const layer = { origin: `stack ${id}`, values: props.defaults ?? {} };
    super(scope, freeId(scope, id), {
      namespace,
      labels: stackLabels(id, effectiveLabels(platform.defaults, layer, platform.required)),
      disableResourceNameHashes: true,
    });
    Object.defineProperty(this, STACK, { value: true });
    markCopy(this);
    checkId(this, id);
    this._id = id;
    this.platform = platform;
    this._layer = layer;
    this._namespace = {
      name: namespace,
      existing: props.existing ?? false,
      podSecurity: props.podSecurity ?? PodSecurityLevel.RESTRICTED,
      cluster: platform.cluster,
      meshLabels: platform.mesh._namespaceLabels(),
      labels: { ...platform.defaults.metadata?.labels, ...platform.required.metadata?.labels },
      requiredLabels: Object.keys(platform.required.metadata?.labels ?? {}),
      statedBy: this.node.path,
      ...platform._telemetry,
    };
    const baseline = NamespaceBaseline._for(this, this._namespace, platform.mesh, platform.tracing);
    if (baseline !== undefined) this.namespaceBaseline = baseline;
    const members = this._microservices;
    const part: StackPart = {
      id,
      get microservices() {
        return members.map((microservice) => microservice());
      },
    };
    platform.dashboards._declareStack(this, {
      name: id,
      namespace,
      labels: this.labels,
      monitoring: platform.monitoring._facts,
      get microservices() {
        return part.microservices;
      },
    });
    STACKS.add(this, platform.delivery, part);
    const isTaken = (name: string) =>
      workloadPath(this, endpointId(platform.cluster.name, namespace, name)) !== undefined;
    check(this, () =>
      checkStack({
        id,
        namespace: this._namespace,
        hasBaseline: this.namespaceBaseline !== undefined,
        platform: given,
        settings: layer,
        microservices: part.microservices,
        isTaken,
        ofDelivery: STACKS.entries(this, platform.delivery),
      }),
    );
  }

  /** Accepts findings of a code here and below. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }
}
