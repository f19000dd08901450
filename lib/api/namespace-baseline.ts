import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkNamespaceSharing } from '../checks';
import { check, MS0016, type Problem, report } from '../errors';
import {
  DEFAULT_DENY,
  defaultDenySpec,
  followedOfNamespaceWide,
  hideConstructorKeys,
  Manifest,
  MANAGED_BY,
  NAMESPACE_EXCEPTION,
  podSecurityLabels,
} from '../emit/kubernetes';
import type { Mesh } from '../emit/mesh';
import type { NamespaceFacts } from '../program';
import type { Tracing } from '../emit/observability';
import { NAMESPACES } from './tree/registry';

const BASELINE = Symbol.for('cdk8s-microservice.NamespaceBaseline');

/**
 * A namespace, its Pod Security labels and its policies: made once, by the first stack that runs there.
 *
 * It is a chart of its own beside the stacks, so that the output does not depend on which of them came first; its name
 * makes its file the first that a pipeline applies.
 */
export class NamespaceBaseline extends Chart {
  /**
   * The baseline of a namespace, made where there is none yet; none where the namespace comes from elsewhere.
   *
   * @internal
   */
  public static _for(
    stack: Construct,
    facts: NamespaceFacts,
    mesh: Mesh,
    tracing: Tracing | undefined,
  ): NamespaceBaseline | undefined {
    const root = stack.node.root as Construct;
    NAMESPACES.add(root, facts.name, facts);
    if (facts.existing) return undefined;
    const id = `00-namespace-${facts.name}`;
    const existing = root.node.tryFindChild(id);
    if (existing !== undefined && !(BASELINE in existing)) return undefined;
    return (existing as NamespaceBaseline | undefined) ?? new NamespaceBaseline(root, id, facts, mesh, tracing);
  }

  /** The Namespace. */
  public readonly namespaceObject: ApiObject;

  /** NetworkPolicy that denies all traffic of pods without another policy. */
  public readonly defaultDeny: ApiObject;

  private constructor(scope: Construct, id: string, facts: NamespaceFacts, mesh: Mesh, tracing: Tracing | undefined) {
    if (!isStated(facts, mesh)) {
      super(scope, id);
      report(this, MADE_BY_HAND);
      const made = (name: string, apiVersion: string, kind: string) => new ApiObject(this, name, { apiVersion, kind });
      this.namespaceObject = made('namespace', 'v1', 'Namespace');
      this.defaultDeny = made('traffic', 'networking.k8s.io/v1', 'NetworkPolicy');
      return;
    }
    super(scope, id, {
      labels: hideConstructorKeys({ ...facts.labels, 'app.kubernetes.io/managed-by': MANAGED_BY }),
    });
    Object.defineProperty(this, BASELINE, { value: true });
    const labels = { ...facts.meshLabels, ...podSecurityLabels(facts.podSecurity, facts.cluster.kubernetesVersion) };
    this.namespaceObject = new Manifest(this, 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      name: facts.name,
      labels,
      required: facts.requiredLabels.map((key) => ['labels', key]),
      followed: () => followedOfNamespaceWide(Object.keys(labels)),
      exception: NAMESPACE_EXCEPTION,
      fields: {},
    });
    this.defaultDeny = new Manifest(this, 'traffic', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: DEFAULT_DENY,
      namespace: facts.name,
      required: facts.requiresNetworkPolicies ? [['networkPolicy']] : [],
      followed: () => followedOfNamespaceWide(),
      exception: NAMESPACE_EXCEPTION,
      fields: { spec: defaultDenySpec },
    });
    mesh._declareNamespace(this, facts);
    tracing?._declareNamespace(this, facts);
    check(this, () => checkNamespaceSharing(NAMESPACES.entries(scope, facts.name)));
  }
}

/** Tells what a stack states from what a program without types makes up. */
function isStated(facts: NamespaceFacts | undefined, mesh: Mesh | undefined): boolean {
  return typeof facts?.name === 'string' && typeof mesh?._declareNamespace === 'function';
}

const MADE_BY_HAND: Problem = {
  definition: MS0016,
  message: 'a NamespaceBaseline is made by an ApplicationStack alone',
  given: 'it was made by new NamespaceBaseline',
  allowed: 'the baseline that the first stack of a namespace makes',
  fix: 'leave it out, and make an ApplicationStack with that namespace',
};
