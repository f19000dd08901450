import { complaintsOf, type KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { selects } from '../../cluster/selector';
import type { LocatedObject } from '../../manifests';
import { type Findings, type Problem, problemWith } from '../../suite';
import { lateAmong, secondsFor } from './readiness';
import { changed } from './rolling-update';
import { type Workload, workloadsAmong } from './workload';

/** The manifest of a workload with other pods. */
type Change = (manifest: KubernetesObject) => KubernetesObject;

/** StatefulSets of which an update exchanges the last replicas alone. */
export function partitionedAmong(objects: readonly LocatedObject[]): Workload[] {
  return workloadsAmong(objects).filter(({ object }) => partitionOf(object.manifest) > 0);
}

/**
 * Applies a changed pod template of every StatefulSet with a partition: a replica before it that is exchanged, one
 * behind it that is not, or an update without an end, is a problem.
 */
export async function keepsReplicasBeforePartitions(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  change: Change = changed,
): Promise<Findings> {
  const workloads = partitionedAmong(objects);
  const problems = await Promise.all(workloads.map((workload) => problemsOfUpdate(client, workload, change)));
  return { judged: workloads.length, problems: problems.flat() };
}

async function problemsOfUpdate(
  client: KubernetesClient,
  workload: Workload,
  change: Change,
): Promise<readonly Problem[]> {
  const { object } = workload;
  const before = await replicasOf(client, workload);
  const complaints = complaintsOf(await client.apply(change(object.manifest)));
  if (complaints.length > 0) return [problemWith(object, `its changed manifest is refused: ${complaints.join('; ')}`)];
  const seconds = secondsFor([workload]);
  if ((await lateAmong(client, [workload], seconds)).length > 0)
    return [problemWith(object, `its update has not ended after ${seconds} s`)];
  const after = await replicasOf(client, workload);
  const partition = partitionOf(object.manifest);
  return [...before].flatMap(([ordinal, uid]) => {
    const stays = ordinal < partition;
    return (after.get(ordinal) === uid) === stays
      ? []
      : [
          problemWith(
            object,
            `its update ${stays ? 'exchanged' : 'left'} replica ${ordinal}, its partition is ${partition}`,
          ),
        ];
  });
}

/** Unique ids of the replicas by their ordinals. */
async function replicasOf(client: KubernetesClient, { pods }: Workload): Promise<ReadonlyMap<number, string>> {
  const all = (await client.list('v1', 'Pod', pods.namespace)).filter((pod) => selects(pods, pod));
  return new Map(all.map(({ metadata }) => [Number(metadata.name.split('-').at(-1)), metadata.uid]));
}

function partitionOf({ spec }: KubernetesObject): number {
  return spec.updateStrategy?.rollingUpdate?.partition ?? 0;
}
