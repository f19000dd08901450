import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { CATALOGUE, checkStack, type StackPart } from '../checks';
import { acknowledge, check, checkId, freeId, hideOthers, idText, isFaulty, MS0009 } from '../errors';
import { stackLabels } from '../emit/kubernetes';
import { effectiveLabels, DeploymentWorkload, FunctionWorkload, NamespaceFacts, endpointId } from '../program';
import { MicroserviceSettings, ownOf, PodSecurityLevel } from '../values';
import { blame, judgeProps, markCopy } from '../arguments';
import { checkForeignObjects } from './foreign-objects';
import { NamespaceBaseline } from './namespace-baseline';
import { isForeignPlatform, Platform } from '../platform';
import { PlatformStacks, STACKS, workloadPath } from './tree/registry';
import { keepStackState, type StackMember } from './tree/stack-state';

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

  public constructor(scope: Construct, id: string, props: ApplicationStackProps = {}) {
    const { props: properties, faults } = judgeProps('ApplicationStack', props, new.target);
    const given = properties.platform ?? new Platform();
    const stated = isForeignPlatform(given) ? new Platform() : given;
    const platform = ownOf(stated);
    const name = idText(id);
    const namespace = properties.namespace ?? name;
    const layer = { origin: `stack ${name}`, values: properties.defaults ?? {} };
    super(scope, freeId(scope, id), {
      namespace,
      labels: stackLabels(name, effectiveLabels(platform.defaults, layer, platform.required)),
      disableResourceNameHashes: true,
    });
    Object.defineProperty(this, STACK, { value: true });
    markCopy(this);
    checkId(this, id);
    blame(this, 'ApplicationStack', faults);
    this.platform = stated;
    const facts: NamespaceFacts = {
      name: namespace,
      existing: properties.existing ?? false,
      podSecurity: properties.podSecurity ?? PodSecurityLevel.RESTRICTED,
      cluster: platform.cluster,
      meshLabels: platform.mesh._namespaceLabels(),
      labels: { ...platform.defaults.metadata?.labels, ...platform.required.metadata?.labels },
      requiredLabels: Object.keys(platform.required.metadata?.labels ?? {}),
      statedBy: this.node.path,
      ...platform._telemetry,
    };
    const baseline = NamespaceBaseline._for(this, facts, platform.mesh, platform.tracing);
    if (baseline !== undefined) this.namespaceBaseline = baseline;
    checkForeignObjects(this.node.root);
    const members: StackMember<DeploymentWorkload>[] = [];
    const functions: StackMember<FunctionWorkload>[] = [];
    keepStackState(this, { platform, layer, id: name, namespace: facts, members, functions });
    const part: StackPart = {
      id: name,
      get microservices() {
        return sound(members);
      },
      get functions() {
        return sound(functions);
      },
    };
    const onPlatform = PlatformStacks.joinedBy(this, given, part);
    if (stated !== given) this.#reportForeign(onPlatform);
    platform.dashboards._declareStack(this, {
      name,
      namespace,
      labels: this.labels,
      monitoring: platform.monitoring._facts,
      get microservices() {
        return part.microservices;
      },
    });
    STACKS.add(this, platform.delivery, part);
    const isTaken = (other: string) =>
      workloadPath(this, endpointId(platform.cluster.name, namespace, other)) !== undefined;
    check(this, () =>
      checkStack({
        id: name,
        namespace: facts,
        hasBaseline: baseline !== undefined,
        platform,
        platformUse: onPlatform.isFirst(this)
          ? {
              platform,
              microservices: onPlatform.parts.flatMap(({ microservices }) => microservices),
              functions: onPlatform.parts.flatMap((each) => each.functions),
            }
          : undefined,
        settings: layer,
        microservices: part.microservices,
        functions: part.functions,
        isTaken,
        ofDelivery: STACKS.entries(this, platform.delivery),
      }),
    );
  }

  /** Reports a platform of another copy of the library, in whose place an empty one stands, once. */
  #reportForeign(stacks: PlatformStacks): void {
    hideOthers(this);
    check(this, () =>
      stacks.isFirst(this)
        ? [
            {
              definition: MS0009,
              message: 'two copies of cdk8s-microservice are installed',
              given: 'the platform was made by another copy than the application stack',
              allowed: 'one copy',
              fix: "run `npm ls cdk8s-microservice`, and make the platform's package depend on it as a peer",
            },
          ]
        : [],
    );
  }

  /** Accepts findings of a code here and below. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }
}

/** Facts of the members without faults in their arguments; those that cannot be resolved are reported at the member. */
function sound<Facts>(members: readonly StackMember<Facts>[]): Facts[] {
  return members
    .filter(({ workload }) => !isFaulty(workload))
    .flatMap(({ facts }) => {
      try {
        return [facts()];
      } catch {
        return [];
      }
    });
}
