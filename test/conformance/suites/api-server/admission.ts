import { dryRunAll, problemsOf } from '../../cluster/apply';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import { podsOf } from '../../cluster/pods';
import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';

/** Creates every object, and a pod of every workload, without keeping them: an error or a warning is a problem. */
export async function admits(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Findings> {
  const applied = await dryRunAll(client, [...objects, ...podsOf(objects)]);
  return {
    judged: applied.length,
    problems: problemsOf(applied).map(({ object, message }) => problemWith(object, message)),
  };
}
