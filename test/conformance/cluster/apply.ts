import { ConformanceError } from '../errors';
import type { LocatedObject } from '../manifests';
import { Answer, complaintsOf, KubernetesClient, WriteOptions } from './kubernetes-client';
import type { KubernetesObject } from './kubernetes-object';

/** Kinds that a cluster needs before other objects are admitted. The rest follows, all at once. */
const STAGES: readonly (readonly string[])[] = [
  ['Namespace', 'CustomResourceDefinition', 'PriorityClass', 'RuntimeClass', 'StorageClass'],
  ['ServiceAccount', 'ConfigMap', 'Secret', 'Role', 'ClusterRole', 'ResourceQuota', 'LimitRange'],
];

/** An object, and what the API server said of it. */
export interface Applied {
  readonly object: LocatedObject;
  readonly answer: Answer;
}

/** Objects in the order in which they can be applied: everything in a stage at once. */
export function stagesOf(objects: readonly LocatedObject[]): LocatedObject[][] {
  const stageOf = ({ manifest }: LocatedObject) => STAGES.findIndex((kinds) => kinds.includes(manifest.kind));
  return [...STAGES.keys(), -1]
    .map((stage) => objects.filter((object) => stageOf(object) === stage))
    .filter((stage) => stage.length > 0);
}

/** Server-side apply of all objects, in the order that they need. */
export async function applyAll(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  options: WriteOptions = {},
): Promise<Applied[]> {
  return inStages(objects, ({ manifest, text }) => client.apply(manifest, { ...options, text }));
}

/**
 * Creates all objects, but keeps only what others need in order to be judged: namespaces and what pods name.
 *
 * A namespace that does not come with them is made, with Pod Security `restricted`.
 */
export async function dryRunAll(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Applied[]> {
  await makeNamespaces(client, objects);
  const kept = STAGES.flat();
  return inStages(objects, ({ manifest, text }) =>
    kept.includes(manifest.kind)
      ? client.apply(manifest, { force: true, text })
      : client.create(manifest, { dryRun: true, text }),
  );
}

/** Deletes all objects but their namespaces, which end only where controllers run. */
export async function deleteAll(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<void> {
  await Promise.all(
    objects
      .filter(({ manifest }) => manifest.kind !== 'Namespace')
      .map(({ manifest }) => client.delete(manifest).catch(refusal)),
  );
}

/** A namespace whose pods must meet the Pod Security standard `restricted`. */
export function restrictedNamespace(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn': 'restricted' },
    },
  };
}

/** Refusals and warnings of the API server. */
export function problemsOf(
  applied: readonly Applied[],
): { readonly object: LocatedObject; readonly message: string }[] {
  return applied.flatMap(({ object, answer }) => complaintsOf(answer).map((message) => ({ object, message })));
}

/** The namespaces that do not come with objects, and in all of them what a controller makes in every namespace. */
async function makeNamespaces(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<void> {
  const made = objects.filter(({ manifest }) => manifest.kind === 'Namespace').map(({ manifest }) => manifest);
  const needed = new Set(objects.flatMap(({ manifest }) => manifest.metadata.namespace ?? []));
  const missing = [...needed]
    .filter((namespace) => !made.some(({ metadata }) => metadata.name === namespace))
    .map(restrictedNamespace);
  await Promise.all([...made, ...missing].map((namespace) => client.apply(namespace, { force: true })));
  await Promise.all(
    [...needed].map((namespace) =>
      client.apply(
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } },
        { force: true },
      ),
    ),
  );
}

async function inStages(
  objects: readonly LocatedObject[],
  write: (object: LocatedObject) => Promise<Answer>,
): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const stage of stagesOf(objects)) {
    applied.push(
      ...(await Promise.all(stage.map(async (object) => ({ object, answer: await write(object).catch(refusal) })))),
    );
  }
  return applied;
}

/** A kind that the server does not have is a verdict about the object, not about the harness. */
function refusal(error: unknown): Answer {
  if (!(error instanceof ConformanceError)) throw error;
  return { status: 404, body: { message: error.message }, warnings: [] };
}
