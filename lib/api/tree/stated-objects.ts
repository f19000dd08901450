import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { renderingOf, withAllBelow } from '../../errors';
import type { ConfigurationSource } from '../../program';

type Stated = ReadonlyMap<string, ApiObject>;

/** Kinds of objects that are looked for, with their API versions. */
const KINDS: readonly string[] = ['v1/ConfigMap', 'v1/Secret', 'v1/Service', 'serving.knative.dev/v1/Service'];
const RENDERINGS = new WeakMap<object, Stated>();

/**
 * ConfigMaps and Secrets of a namespace in the tree of a construct, however they were made. One without a namespace
 * counts where no other has its name: a pipeline puts it into that of its workloads.
 */
export function configurationOf({ node }: IConstruct, namespace: string): ConfigurationSource {
  return (kind, name) => {
    const stated = statedIn(node.root);
    return stated.get(keyOf(kind, namespace, name)) ?? stated.get(keyOf(kind, undefined, name));
  };
}

/** Object of a tree that is a Service of a name, in a namespace or without one. */
export function serviceIn({ node }: IConstruct, namespace: string, name: string): ApiObject | undefined {
  const stated = statedIn(node.root);
  return stated.get(keyOf('Service', namespace, name)) ?? stated.get(keyOf('Service', undefined, name));
}

/** Objects of a tree: looked for once in a rendering of the whole app, since later ones would not be written. */
function statedIn(root: IConstruct): Stated {
  const rendering = renderingOf(root);
  const known = rendering && RENDERINGS.get(rendering);
  if (known !== undefined) return known;
  const stated = new Map<string, ApiObject>();
  for (const construct of withAllBelow(root)) {
    if (!ApiObject.isApiObject(construct) || !KINDS.includes(`${construct.apiVersion}/${construct.kind}`)) continue;
    const key = keyOf(construct.kind, construct.metadata.namespace, construct.name);
    if (!stated.has(key)) stated.set(key, construct);
  }
  if (rendering !== undefined) RENDERINGS.set(rendering, stated);
  return stated;
}

function keyOf(kind: string, namespace: string | undefined, name: string): string {
  return `${kind}/${namespace ?? ''}/${name}`;
}
