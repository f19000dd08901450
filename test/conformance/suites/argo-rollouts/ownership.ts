import type { FieldOwner } from '../../../../lib';
import type { KubernetesObject } from '../../cluster/kubernetes-object';

/** A manifest as a GitOps tool applies it: fields that somebody else owns are as they are in the cluster. */
export function leavingOwned(
  manifest: KubernetesObject,
  live: KubernetesObject,
  ownership: readonly FieldOwner[],
): KubernetesObject {
  const {
    apiVersion,
    kind,
    metadata: { name, namespace },
  } = manifest;
  const paths = ownership
    .filter(
      (owned) =>
        owned.apiVersion === apiVersion && owned.kind === kind && owned.name === name && owned.namespace === namespace,
    )
    .map(({ path }) => path.split('/').slice(1));
  const merged = structuredClone(manifest) as any;
  // Elements that are the controller's own come first: what follows is then at the same place in both.
  for (const path of [...paths].sort((a, b) => Number(b.some(isNamed)) - Number(a.some(isNamed))))
    copy(merged, live, path);
  return merged as KubernetesObject;
}

function copy(to: any, from: any, [segment, ...rest]: readonly string[]): void {
  if (from === undefined || to === undefined || segment === undefined) return;
  if (segment === '*') {
    (to as any[]).forEach((element, at) => copy(element, from[at], rest));
  } else if (isNamed(segment)) {
    const name = segment.slice('name='.length);
    const at = (from as any[]).findIndex((element) => element.name === name);
    if (at >= 0 && !(to as any[]).some((element) => element.name === name))
      (to as any[]).splice(at, 0, structuredClone(from[at]));
  } else if (rest.length > 0) copy(to[segment], from[segment], rest);
  else if (from[segment] !== undefined) to[segment] = from[segment];
}

function isNamed(segment: string): boolean {
  return segment.startsWith('name=');
}
