import type { IConstruct } from 'constructs';

/** The microservices of each tree by their party's id, so that nobody searches the tree for them. */
const REGISTRY = new WeakMap<IConstruct, Map<string, IConstruct>>();

/** Makes a microservice known in its tree; of two with one id, which a finding reports, the first is kept. */
export function register(microservice: IConstruct, partyId: string): void {
  const { root } = microservice.node;
  const known = REGISTRY.get(root) ?? new Map<string, IConstruct>();
  if (!known.has(partyId)) known.set(partyId, microservice);
  REGISTRY.set(root, known);
}

/** The microservice of the same tree that a party's id stands for, where there is one. */
export function registered(construct: IConstruct, partyId: string): IConstruct | undefined {
  return REGISTRY.get(construct.node.root)?.get(partyId);
}
