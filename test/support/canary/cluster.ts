import type { ManifestObject } from '../manifests';

/** Objects of a cluster. */
export type Objects = readonly ManifestObject[];

/** Identity of an object, in addition to its kind. */
export interface Named {
  readonly name: string;
  readonly namespace: string;
}

/** The objects of a kind, with content that is taken as it comes. */
export function ofKind(objects: Objects, group: string, kind: string): Manifest[] {
  return objects.filter((each) => each.kind === kind && groupOf(each) === group) as Manifest[];
}

/** An object in a namespace. */
export type Manifest = ManifestObject & { readonly metadata: Named & Record<string, any>; readonly spec: any };

/** The objects with another content for one of them, which has to be there. */
export function changed(
  objects: Objects,
  kind: string,
  { namespace, name }: Named,
  change: (spec: any) => any,
): Objects {
  const isIt = (each: ManifestObject) =>
    each.kind === kind && each.metadata.name === name && each.metadata.namespace === namespace;
  if (objects.filter(isIt).length !== 1) throw new Error(`there is no ${kind} ${namespace}/${name}`);
  return objects.map((each) => (isIt(each) ? { ...each, spec: change(each['spec']) } : each));
}

/** Adds objects, none of which may be there. */
export function added(objects: Objects, more: Objects): Objects {
  for (const {
    kind,
    metadata: { name, namespace },
  } of more) {
    if (
      objects.some((each) => each.kind === kind && each.metadata.name === name && each.metadata.namespace === namespace)
    )
      throw new Error(`${kind} ${namespace}/${name} is there already`);
  }
  return [...objects, ...more];
}

function groupOf({ apiVersion }: ManifestObject): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
}
