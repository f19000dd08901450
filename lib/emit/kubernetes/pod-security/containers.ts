/** An object as it is rendered. */
export type Json = Record<string, any>;

/** A container that Pod Security looks at, with its security context. */
export interface JudgedContainer {
  readonly name: string;
  readonly container: Json;
  readonly context: Json;
}

/** All containers of a pod, init containers first. */
export function judgedContainers(spec: Json): JudgedContainer[] {
  const all = [...((spec['initContainers'] ?? []) as Json[]), ...((spec['containers'] ?? []) as Json[])];
  return all.map((container) => ({
    name: String(container['name']),
    container,
    context: (container['securityContext'] ?? {}) as Json,
  }));
}

/** Values of a field of the security contexts, of the pod and of each container, where they are stated. */
export function statedContexts(spec: Json, field: string): (readonly [string, unknown])[] {
  const podContext = (spec['securityContext'] ?? {}) as Json;
  const all: (readonly [string, unknown])[] = [
    ['the pod', podContext[field]],
    ...judgedContainers(spec).map(({ name, context }) => [`container ${name}`, context[field]] as const),
  ];
  return all.filter(([, value]) => value !== undefined && value !== null);
}
