import type { IConstruct } from 'constructs';

/** Which constructs have which hosts, in each tree. */
const REGISTRY = new WeakMap<IConstruct, Map<string, Set<IConstruct>>>();

/** Makes known that a construct has a host. */
export function claimHost(construct: IConstruct, host: string): void {
  const { root } = construct.node;
  const claims = REGISTRY.get(root) ?? new Map<string, Set<IConstruct>>();
  claims.set(host, (claims.get(host) ?? new Set()).add(construct));
  REGISTRY.set(root, claims);
}

/** The first by path of the constructs that have a host, where it is another one. */
export function otherOwner(construct: IConstruct, host: string): string | undefined {
  const [first] = [...(REGISTRY.get(construct.node.root)?.get(host) ?? [])].map(({ node }) => node.path).sort();
  return first === construct.node.path ? undefined : first;
}
