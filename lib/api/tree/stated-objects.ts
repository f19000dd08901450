import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type MadeSecret, madeSecrets, SECRET_MAKERS } from '../../emit/kubernetes';
import { renderingOf, withAllBelow } from '../../errors';
import type { ConfigurationSource } from '../../program';

/** Objects of a tree by kind, namespace and name. */
interface Stated {
  readonly objects: ReadonlyMap<string, ApiObject>;
  /** Secrets that controllers make, by namespace and name, with the objects that they make them of. */
  readonly made: ReadonlyMap<string, { readonly secret: MadeSecret; readonly object: ApiObject }>;
}

/** Kinds of objects that are looked for, with their API versions. */
const KINDS: readonly string[] = ['v1/ConfigMap', 'v1/Secret', 'v1/Service', 'serving.knative.dev/v1/Service'];
const RENDERINGS = new WeakMap<object, Stated>();

/**
 * ConfigMaps and Secrets of a namespace in the tree of a construct, however they were made. One without a namespace
 * counts where no other has its name: a pipeline puts it into that of its workloads.
 */
export function configurationOf(construct: IConstruct, namespace: string): ConfigurationSource {
  const find: ConfigurationSource = (kind, name) => {
    const { objects } = statedIn(construct.node.root);
    return objects.get(keyOf(kind, namespace, name)) ?? objects.get(keyOf(kind, undefined, name));
  };
  return Object.assign(find, { maker: (name: string) => madeSecretIn(construct, namespace, name)?.object });
}

/** Object of a tree that is a Service of a name, in a namespace or without one. */
export function serviceIn({ node }: IConstruct, namespace: string, name: string): ApiObject | undefined {
  const stated = statedIn(node.root).objects;
  return stated.get(keyOf('Service', namespace, name)) ?? stated.get(keyOf('Service', undefined, name));
}

/** A Secret that a controller makes of an object of a tree, in a namespace or without one. */
export function madeSecretIn(
  { node }: IConstruct,
  namespace: string,
  name: string,
): { readonly secret: MadeSecret; readonly object: ApiObject } | undefined {
  const { made } = statedIn(node.root);
  return made.get(keyOf('Secret', namespace, name)) ?? made.get(keyOf('Secret', undefined, name));
}

/** Objects of a tree: looked for once in a rendering of the whole app, since later ones would not be written. */
function statedIn(root: IConstruct): Stated {
  const rendering = renderingOf(root);
  const known = rendering && RENDERINGS.get(rendering);
  if (known !== undefined) return known;
  const objects = new Map<string, ApiObject>();
  const made = new Map<string, { secret: MadeSecret; object: ApiObject }>();
  for (const object of withAllBelow(root)) {
    if (!ApiObject.isApiObject(object)) continue;
    const { namespace } = object.metadata;
    if (SECRET_MAKERS.includes(`${object.apiGroup}/${object.kind}`)) {
      for (const secret of secretsOf(object)) made.set(keyOf('Secret', namespace, secret.name), { secret, object });
    } else if (KINDS.includes(`${object.apiVersion}/${object.kind}`)) {
      const key = keyOf(object.kind, namespace, object.name);
      if (!objects.has(key)) objects.set(key, object);
    }
  }
  const stated = { objects, made };
  if (rendering !== undefined) RENDERINGS.set(rendering, stated);
  return stated;
}

/** Secrets of an object; none of one that cannot be rendered, which is reported where it is written. */
function secretsOf(object: ApiObject): MadeSecret[] {
  try {
    return madeSecrets(object.toJson() as Record<string, unknown>);
  } catch {
    return [];
  }
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
