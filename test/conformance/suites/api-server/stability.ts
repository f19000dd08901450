import { isDeepStrictEqual } from 'node:util';
import { Applied, applyAll, deleteAll, problemsOf } from '../../cluster/apply';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';

/** Applies every object twice: a field that two managers want, or that the server writes otherwise, is a problem. */
export async function staysAsApplied(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Findings> {
  const first = await applyAll(client, objects);
  const second = await applyAll(client, objects);
  await deleteAll(client, objects);
  // A claim waits for the controller that protects its volume.
  for (const { manifest } of objects.filter(({ manifest: { kind } }) => kind === 'PersistentVolumeClaim'))
    await client.release(manifest);
  const changed = changedBetween(first, second).map((object) => problemWith(object, 'applying it again changes it'));
  return {
    judged: first.length,
    problems: [...problemsOf(first).map(({ object, message }) => problemWith(object, message)), ...changed],
  };
}

/**
 * The objects that the second time made something else of, or made at all. A claim gets another version by its second
 * apply, with the same content.
 */
export function changedBetween(before: readonly Applied[], after: readonly Applied[]): LocatedObject[] {
  const contents = new Map(before.map(({ answer: { body } }) => [body.metadata?.uid, contentOf(body)]));
  return after
    .filter(({ answer: { body } }) => !isDeepStrictEqual(contents.get(body.metadata?.uid), contentOf(body)))
    .map(({ object }) => object);
}

function contentOf({
  metadata: { resourceVersion: _version, managedFields: _managers, ...metadata } = {},
  ...body
}: any) {
  return { ...body, metadata };
}
