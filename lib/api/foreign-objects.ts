import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { checkForeignPods, checkForeignRoute } from '../checks';
import { check, type Problem, withAllBelow } from '../errors';
import { isManifest } from '../emit/kubernetes';
import { endpointId, type NamespaceFacts, unique } from '../program';
import { PodSecurityLevel } from '../values';
import { backendsOf, type Json, lackingOf, maySelect, podTemplateOf } from './foreign-pods';
import { NAMESPACES, WORKLOADS } from './tree/registry';
import { stateOf } from './workload/workload-state';

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
  const objects = withAllBelow(root)
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && !isManifest(construct))
    .flatMap((construct) => {
      const json = rendered(construct);
      return json === undefined ? [] : [{ construct, json }];
    });
  const policies = objects.map(({ json }) => json).filter(({ kind }) => POLICIES.includes(kind));
  return objects.flatMap(({ construct, json }): [IConstruct, Problem[]][] => {
    const problems = [...podProblems(root, json, policies), ...routeProblems(root, json)];
    return problems.length === 0 ? [] : [[construct, problems]];
  });
}

const POLICIES = ['NetworkPolicy', 'CiliumNetworkPolicy', 'AuthorizationPolicy'];

/** An object that cannot be rendered is a finding of its own. */
function rendered(object: ApiObject): Json {
  try {
    return object.toJson();
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

function routeProblems(root: IConstruct, json: Json): Problem[] {
  const shut = backendsOf(json).flatMap(({ namespace, name }) => {
    const made = NAMESPACES.entries(root, namespace ?? '')[0];
    const [workload] =
      made === undefined ? [] : WORKLOADS.entries(root, endpointId(made.cluster.name, made.name, name));
    if (workload === undefined) return [];
    const { statements, definition } = stateOf(workload);
    const isOpen =
      statements.exposures.length + statements.accepted.length > 0 || !definition.settings.values.networkPolicy;
    return isOpen ? [] : [workload.node.path];
  });
  return shut.length === 0
    ? []
    : checkForeignRoute({ kind: json.kind, name: json.metadata?.name ?? '', shut: unique(shut) });
}

function madeNamespace(root: IConstruct, name: string | undefined): NamespaceFacts | undefined {
  return name === undefined ? undefined : NAMESPACES.entries(root, name).find(({ existing }) => !existing);
}
