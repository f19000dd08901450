import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { areTwins, Finding, finding, MS0002 } from '../errors';
import { isClusterScoped } from './cluster-scoped';
import { EmittedObject, Identity } from './emitted-object';

interface Pair {
  readonly earlier: IConstruct;
  readonly later: IConstruct;
  readonly identity: Identity;
}

/**
 * Reports objects that the cluster would take for one.
 *
 * Several pairs of the same two constructs are one finding. A duplicate construct id that is already reported is left
 * out.
 */
export function duplicateFindings(objects: readonly EmittedObject[]): Finding[] {
  const first = new Map<string, IConstruct>();
  const byOwners = new Map<string, Pair[]>();
  for (const { construct, identity } of objects) {
    if (identity.kind === undefined || identity.name === undefined) continue;
    const key = JSON.stringify([identity.group, identity.kind, identity.namespace, identity.name]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, construct);
    else if (!areTwins(earlier, construct)) {
      const owners = `${ownerOf(earlier).node.path}\n${ownerOf(construct).node.path}`;
      byOwners.set(owners, [...(byOwners.get(owners) ?? []), { earlier, later: construct, identity }]);
    }
  }
  return [...byOwners.values()].map(duplicate);
}

function duplicate(pairs: readonly Pair[]): Finding {
  const { earlier, later } = pairs[0]!;
  const owners = pairs.length === 1 ? [earlier, later] : [ownerOf(earlier), ownerOf(later)];
  const [left, right] = owners.map(({ node }) => node.path).sort();
  return finding(owners[1]!, {
    definition: MS0002,
    message:
      pairs.length === 1
        ? `two objects are ${nameOf(pairs[0]!.identity)}`
        : `${pairs.length} objects are made twice: ${pairs.map(({ identity }) => nameOf(identity)).join(', ')}`,
    given: left === right ? `both come from ${left}` : `${left} and ${right}`,
    fix: pairs.every(({ identity: { group, kind } }) => isClusterScoped(group, kind))
      ? 'rename one of them, or state it once'
      : 'rename one of them, or put them into different namespaces',
  });
}

/** The construct that made an object: the one around it, unless that is a chart. */
function ownerOf(object: IConstruct): IConstruct {
  const scope = object.node.scope;
  return scope === undefined || Chart.isChart(scope) ? object : scope;
}

function nameOf({ kind, namespace, name }: Identity): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
