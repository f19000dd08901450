import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { CATALOGUE, checkStack } from '../checks';
import { acknowledge, check, checkId, freeId, idText } from '../errors';
import { hideConstructorKeys, showConstructorKeys, stackLabels } from '../emit/kubernetes';
import {
  effectiveLabels,
  DeploymentWorkload,
  FunctionWorkload,
  JobWorkload,
  NamespaceFacts,
  endpointId,
} from '../program';
import { MicroserviceSettings, ownOf, PodSecurityLevel } from '../values';
import { blame, judgeProps, markCopy } from '../arguments';
import { checkScope } from './tree/other-copy';
import { removedFrom } from './tree/removed';
import { checkForeignObjects } from './foreign-objects';
import { NamespaceBaseline } from './namespace-baseline';
import { Platform } from '../platform';
import { ProgramSource } from './tree/program-source';
import { StackMembers } from './tree/stack-members';
import { PlatformStacks, SPAN_SOURCES, STACKS, workloadPath } from './tree/registry';
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
    const stated = properties.platform ?? new Platform();
    const platform = ownOf(stated);
    const name = idText(id);
    const namespace = properties.namespace ?? name;
    const layer = { origin: `stack ${name}`, values: properties.defaults ?? {} };
    super(scope, freeId(scope, id), {
      namespace,
      labels: hideConstructorKeys(stackLabels(name, effectiveLabels(platform.defaults, layer, platform.required))),
      disableResourceNameHashes: true,
    });
    Object.defineProperty(this, STACK, { value: true });
    markCopy(this);
    checkId(this, id);
    checkScope(this);
    blame(this, 'ApplicationStack', faults);
    this.platform = stated;
    const facts: NamespaceFacts = {
      name: namespace,
      existing: properties.existing ?? false,
      podSecurity: properties.podSecurity ?? PodSecurityLevel.RESTRICTED,
      cluster: platform.cluster,
      mesh: platform.mesh.name,
      meshLabels: platform.mesh._namespaceLabels(),
      labels: { ...platform.defaults.metadata?.labels, ...platform.required.metadata?.labels },
      requiredLabels: Object.keys(platform.required.metadata?.labels ?? {}),
      requiresNetworkPolicies: platform.required.security?.networkPolicy === true,
      statedBy: this.node.path,
      ...platform._telemetry,
    };
    const baseline = NamespaceBaseline._for(this, facts, platform.mesh, platform.tracing);
    if (baseline !== undefined) this.namespaceBaseline = baseline;
    checkForeignObjects(this.node.root);
    this.#sendSpans(platform, namespace);
    const members: StackMember<DeploymentWorkload>[] = [];
    const functions: StackMember<FunctionWorkload>[] = [];
    const jobs: StackMember<JobWorkload>[] = [];
    keepStackState(this, { platform, layer, id: name, namespace: facts, members, functions, jobs });
    const part = new StackMembers(name, members, functions, jobs);
    const onPlatform = PlatformStacks.joinedBy(this, stated, part);
    platform.dashboards._declareStack(
      this,
      { name, namespace, labels: showConstructorKeys(this.labels), monitoring: platform.monitoring._facts },
      () => part.microservices,
    );
    STACKS.add(this, platform.delivery, part);
    const isTaken = (other: string) =>
      workloadPath(this, endpointId(platform.cluster.name, namespace, other)) !== undefined;
    check(this, () =>
      removedFrom([
        ...(baseline === undefined ? [] : [baseline]),
        ...[...members, ...functions, ...jobs].map((each) => each.workload),
      ]),
    );
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
              jobs: onPlatform.parts.flatMap((each) => each.jobs),
            }
          : undefined,
        settings: layer,
        microservices: part.microservices,
        functions: part.functions,
        jobs: part.jobs,
        isTaken,
        ofDelivery: STACKS.entries(this, platform.delivery),
      }),
    );
  }

  /** Tells the collector of spans, should it be a microservice, from where they come. */
  #sendSpans({ tracing, cluster }: Platform, namespace: string): void {
    if (tracing === undefined) return;
    const { collector } = tracing._facts;
    SPAN_SOURCES.add(this, endpointId(cluster.name, collector.namespace, collector.service), namespace);
    ProgramSource.of(this).stated();
  }

  /** Accepts findings of a code here and below. The reason has 10 characters or more. */
  public acknowledge(code: string, reason: string): void {
    acknowledge(this, code, reason, CATALOGUE);
  }
}
