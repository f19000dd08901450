import type { IConstruct } from 'constructs';
import { checkForeignRoute } from '../checks';
import type { Problem } from '../errors';
import { templateIn } from '../emit/kubernetes';
import { endpointId, unique } from '../program';
import { backendsOf, isEntry, type Json, selects } from './foreign-pods';
import { NAMESPACES, SERVICES } from './tree/registry';
import { hasState, stateOf } from './workload/workload-state';

/** Pods of a workload of this library. */
export interface OwnPods {
  readonly workload: IConstruct;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A tree, with its objects that are not of this library. */
export interface ForeignTree {
  readonly root: IConstruct;
  readonly objects: readonly Json[];
  /** Rendered when the first Service asks. */
  readonly pods: () => readonly OwnPods[];
}

/** Pods of the workloads among constructs. */
export function ownPods(constructs: readonly IConstruct[]): OwnPods[] {
  return constructs.filter(hasState).map((workload) => {
    const object = stateOf(workload).objects.workload.toJson() as Json;
    return { workload, namespace: object.metadata.namespace, labels: templateIn(object)?.['metadata']?.labels ?? {} };
  });
}

/** Problems of an object that leads requests from outside to workloads that do not admit them. */
export function routeProblems(tree: ForeignTree, json: Json): Problem[] {
  const shut = destinationsOf(tree, json).flatMap((workload) => {
    const { statements, definition } = stateOf(workload);
    const isOpen =
      statements.exposures.length + statements.accepted.length > 0 || !definition.settings.values.networkPolicy;
    return isOpen ? [] : [workload.node.path];
  });
  return shut.length === 0
    ? []
    : checkForeignRoute({ kind: json.kind, name: json.metadata?.name ?? '', shut: unique(shut) });
}

/** Workloads behind a Service that takes requests from outside, or behind the Services that a route leads to. */
function destinationsOf(tree: ForeignTree, json: Json): IConstruct[] {
  return isEntry(json)
    ? selected(tree, json)
    : backendsOf(json).flatMap(({ namespace = '', name }) => {
        const own = workloadNamed(tree.root, namespace, name);
        return own === undefined
          ? tree.objects
              .filter((object) => isService(object, namespace, name))
              .flatMap((object) => selected(tree, object))
          : [own];
      });
}

function workloadNamed(root: IConstruct, namespace: string, name: string): IConstruct | undefined {
  const made = NAMESPACES.entries(root, namespace)[0];
  return made === undefined ? undefined : SERVICES.entries(root, endpointId(made.cluster.name, made.name, name))[0];
}

function isService({ apiVersion, kind, metadata }: Json, namespace: string, name: string): boolean {
  return apiVersion === 'v1' && kind === 'Service' && metadata?.name === name && metadata.namespace === namespace;
}

/** Workloads whose pods a Service selects. */
function selected({ pods }: ForeignTree, service: Json): IConstruct[] {
  return pods()
    .filter(({ namespace, labels }) => namespace === service.metadata?.namespace && selects(service, labels))
    .map(({ workload }) => workload);
}
