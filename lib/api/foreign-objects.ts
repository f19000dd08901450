import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkForeignPods } from '../checks';
import { check, type Problem, withAllBelow } from '../errors';
import { isManifest } from '../emit/kubernetes';
import type { NamespaceFacts } from '../program';
import { PodSecurityLevel } from '../values';
import { type Json, lackingOf, maySelect, podTemplateOf } from './foreign-pods';
import { type OwnPods, ownPods, routeProblems } from './foreign-routes';
import { NAMESPACES } from './tree/registry';

/** Roots of the trees whose foreign objects are checked. */
const CHECKED = new WeakSet<IConstruct>();

/**
 * Has the objects of a tree that are not of this library checked, in one pass over the tree each time that it is
 * validated: the root is validated before everything below it.
 */
export function checkForeignObjects(root: IConstruct): void {
  if (CHECKED.has(root)) return;
  CHECKED.add(root);
  const found = new Map<IConstruct, readonly Problem[]>();
  const watched = new Set<IConstruct>();
  check(root, () => {
    found.clear();
    for (const [construct, problems] of foreignProblems(root)) {
      found.set(construct, problems);
      if (!watched.has(construct)) check(construct, () => found.get(construct) ?? []);
      watched.add(construct);
    }
    return [];
  });
}

function foreignProblems(root: IConstruct): [IConstruct, Problem[]][] {
  const constructs = withAllBelow(root);
  const objects = constructs
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && !isManifest(construct))
    .flatMap((construct) => {
      const json: Json = orNone(() => construct.toJson());
      return json === undefined ? [] : [{ construct, json }];
    });
  let pods: readonly OwnPods[] | undefined;
  const tree = {
    root,
    objects: objects.map(({ json }) => json),
    pods: () => (pods ??= ownPods(constructs)),
  };
  const policies = tree.objects.filter(({ kind }) => POLICIES.includes(kind));
  return objects.flatMap(({ construct, json }): [IConstruct, Problem[]][] => {
    const problems = orNone(() => [...podProblems(root, json, policies), ...routeProblems(tree, json)]) ?? [];
    return problems.length === 0 ? [] : [[construct, problems]];
  });
}

const POLICIES = ['NetworkPolicy', 'CiliumNetworkPolicy', 'AuthorizationPolicy'];

/** Undefined for an object that cannot be rendered, a finding of its own, or of a shape that its kind does not have. */
function orNone<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function podProblems(root: IConstruct, json: Json, policies: readonly Json[]): Problem[] {
  const template = podTemplateOf(json);
  const namespace = json.metadata?.namespace;
  const made = madeNamespace(root, namespace);
  if (template === undefined || template === null || made === undefined) return [];
  const labels = template.metadata?.labels ?? {};
  const isSelected = (...kinds: string[]) =>
    policies.some(
      ({ kind, metadata, spec = {} }) =>
        kinds.includes(kind) &&
        metadata?.namespace === namespace &&
        maySelect(spec.podSelector ?? spec.endpointSelector ?? spec.selector, labels),
    );
  const annotations = template.metadata?.annotations ?? {};
  const isMeshed =
    Object.keys(made.meshLabels).length > 0 &&
    [labels, annotations].every((all) => all['sidecar.istio.io/inject'] !== 'false');
  const hasPorts = (template.spec?.containers ?? []).some(({ ports = [] }: Json) => ports.length > 0);
  return checkForeignPods({
    kind: json.kind,
    name: json.metadata?.name ?? '',
    namespace,
    isReached: isSelected('NetworkPolicy', 'CiliumNetworkPolicy'),
    isDenied: isMeshed && hasPorts && !isSelected('AuthorizationPolicy'),
    lacking: made.podSecurity === PodSecurityLevel.RESTRICTED ? lackingOf(template) : [],
  });
}

function madeNamespace(root: IConstruct, name: string | undefined): NamespaceFacts | undefined {
  return name === undefined ? undefined : NAMESPACES.entries(root, name).find(({ existing }) => !existing);
}
