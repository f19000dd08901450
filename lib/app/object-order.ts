import { ApiObject } from 'cdk8s';
import { Finding } from '../errors';
import { cycleFinding } from './cycle';
import { Group, groupsOf } from './groups';
import { ChartTree, Dependency } from './tree';
import { Edge, sortTopologically } from './topology';

/** The objects of a chart in the order of the output. */
export interface ObjectOrder {
  readonly objects: readonly ApiObject[];
  readonly findings: readonly Finding[];
}

/**
 * Orders the objects of a chart: all objects under a source come after all objects under its target, the rest by path.
 * Preferences give way to dependencies.
 *
 * Each construct is a group that starts before its objects and ends after them, so a dependency between groups is one
 * edge.
 */
export function orderObjects(
  tree: ChartTree,
  dependencies: readonly Dependency[],
  preferences: readonly Dependency[] = [],
): ObjectOrder {
  if (dependencies.length + preferences.length === 0) return { objects: tree.objects, findings: [] };
  const groups = groupsOf(tree);
  const nodes = nodesOf(tree.members.length);
  const between = ({ source, target }: Dependency) => dependencyEdges(groups.get(source)!, groups.get(target)!, nodes);
  const nested = [...groups.values()].flatMap((group) => nesting(group, nodes));
  const { order, cycles } = sortTopologically(
    nodes.count,
    [...nested, ...dependencies.flatMap(between)],
    preferences.flatMap(between),
  );
  return {
    objects: order
      .filter(nodes.isSelf)
      .map(nodes.position)
      .map((position) => tree.members[position]!)
      .filter(ApiObject.isApiObject),
    findings: cycles.map((cycle) => cycleFinding(cycle, (node) => tree.members[nodes.position(node)]!)),
  };
}

/**
 * Each construct has three nodes. Objects have the highest numbers, so that start and end nodes never delay an object.
 */
interface Nodes {
  readonly count: number;
  readonly start: (group: Group) => number;
  readonly self: (group: Group) => number;
  readonly end: (group: Group) => number;
  readonly isSelf: (node: number) => boolean;
  readonly position: (node: number) => number;
}

function nodesOf(members: number): Nodes {
  return {
    count: 3 * members,
    start: ({ position }) => position,
    end: ({ position }) => members + position,
    self: ({ position }) => 2 * members + position,
    isSelf: (node) => node >= 2 * members,
    position: (node) => node % members,
  };
}

/** A group without objects is no part of the group around it: nothing is to be waited for. */
function nesting(group: Group, { start, self, end }: Nodes): Edge[] {
  const edges = [
    { before: start(group), after: self(group) },
    { before: self(group), after: end(group) },
  ];
  for (const child of group.children) {
    if (child.objects > 0)
      edges.push({ before: start(group), after: start(child) }, { before: end(child), after: end(group) });
  }
  return edges;
}

function dependencyEdges(source: Group, target: Group, nodes: Nodes): Edge[] {
  const { start, self, end } = nodes;
  const reason = `${source.construct.node.path} depends on ${target.construct.node.path}`;
  const apart = (note = '') => [{ before: end(target), after: start(source), reason: reason + note }];
  // As in cdk8s: a group without objects orders only what depends on it by name, and where one end contains the other,
  // one object may stand on both sides, while two of them form a cycle.
  const between = { before: self(target), after: self(source), reason };
  if (source.objects === 0 || target.objects === 0) return [between];
  if (contains(source, target)) {
    if (target.objects > 1) return apart(', which it contains');
    return [
      between,
      ...besideOnlyObject(source, target).map(({ object, other, whole }) => ({
        before: self(object),
        after: whole ? start(other) : self(other),
        reason,
      })),
    ];
  }
  if (contains(target, source)) {
    if (source.objects > 1) return apart(', which contains it');
    return [
      between,
      ...besideOnlyObject(target, source).map(({ object, other, whole }) => ({
        before: whole ? end(other) : self(other),
        after: self(object),
        reason,
      })),
    ];
  }
  return apart();
}

function contains(outer: Group, inner: Group): boolean {
  for (let at = inner.parent; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

/**
 * The one object of an inner group, with all that is beside it in the outer group: whole groups, and objects around it.
 */
function besideOnlyObject(outer: Group, inner: Group): { object: Group; other: Group; whole: boolean }[] {
  let object = inner;
  while (!ApiObject.isApiObject(object.construct)) object = object.children.find(({ objects }) => objects > 0)!;
  const beside: { object: Group; other: Group; whole: boolean }[] = [];
  for (let at = object; at !== outer; at = at.parent!) {
    const around = at.parent!;
    if (ApiObject.isApiObject(around.construct)) beside.push({ object, other: around, whole: false });
    for (const other of around.children)
      if (other !== at && other.objects > 0) beside.push({ object, other, whole: true });
  }
  return beside;
}
