import type { MeshEdge } from './edge';
import { type EdgePolicy, policyKey } from './policies';
import { byPath, bySpecificity, isLimited, type Requests } from './requests';

/** Edges to a port that share a policy, with the requests of each. */
export interface RouteGroup {
  readonly policy: EdgePolicy;
  readonly matched: readonly { readonly edge: MeshEdge; readonly requests: Requests }[];
}

/** Groups edges to one port into routes, in the order in which they are matched: the narrower requests first. */
export function routeGroups(edges: readonly MeshEdge[]): RouteGroup[] {
  const groups: { policy: EdgePolicy; matched: { edge: MeshEdge; requests: Requests }[] }[] = [];
  for (const { edges: members, requests } of byRequests(edges)) {
    const { policy } = members[0]!;
    const matched = members.map((edge) => ({ edge, requests }));
    const last = groups.at(-1);
    // Neighbours with the same policy share a route.
    if (last !== undefined && keyOf(last.policy) === keyOf(policy)) last.matched.push(...matched);
    else groups.push({ policy, matched });
  }
  return groups;
}

/** True when the requests of all callers of the port have one policy. */
export function isOnePolicy([first, ...others]: readonly RouteGroup[]): boolean {
  return first !== undefined && others.length === 0 && !first.matched.some(({ requests }) => isLimited(requests));
}

interface RequestGroup {
  readonly edges: MeshEdge[];
  readonly requests: Requests;
}

/** Edges of the same requests and the same policy. */
function byRequests(edges: readonly MeshEdge[]): RequestGroup[] {
  const groups = new Map<string, RequestGroup>();
  for (const edge of edges) {
    for (const requests of byPath(edge.requests ?? {})) {
      const key = JSON.stringify([requests.methods ?? [], requests.paths ?? [], ...policyKey(edge.policy)]);
      const group = groups.get(key) ?? { edges: [], requests };
      group.edges.push(edge);
      groups.set(key, group);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ ...group, edges: group.edges.sort(byCaller) }))
    .sort((a, b) => bySpecificity(a.requests, b.requests));
}

function keyOf(policy: EdgePolicy): string {
  return JSON.stringify(policyKey(policy));
}

function byCaller(a: MeshEdge, b: MeshEdge): number {
  return a.caller.id < b.caller.id ? -1 : 1;
}
