import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ChartTree } from './tree';

/** A construct of a chart, with its descendants in the same chart. */
export interface Group {
  readonly construct: IConstruct;
  /** Among the members of the chart. */
  readonly position: number;
  readonly parent?: Group;
  readonly children: Group[];
  /** Objects in the group, itself included. */
  objects: number;
}

/** The groups of a chart, each parent before its children. */
export function groupsOf({ chart, members }: ChartTree): Map<IConstruct, Group> {
  const groups = new Map<IConstruct, Group>();
  members.forEach((construct, position) => {
    // The chart is the root, even where another chart contains it.
    const parent = construct === chart ? undefined : groups.get(construct.node.scope!);
    const group: Group = { construct, position, ...(parent && { parent }), children: [], objects: 0 };
    parent?.children.push(group);
    groups.set(construct, group);
  });
  // From below: each group is counted when its parent takes its count.
  for (const group of [...groups.values()].reverse()) {
    if (ApiObject.isApiObject(group.construct)) group.objects += 1;
    if (group.parent !== undefined) group.parent.objects += group.objects;
  }
  return groups;
}
