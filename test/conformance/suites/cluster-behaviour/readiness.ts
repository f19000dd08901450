import { applyAll } from '../../cluster/apply';
import { KubernetesClient, messageOf } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { Findings, problemWith } from '../../suite';
import { obstaclesOf } from './obstacles';
import { Workload, workloadsAmong } from './workload';

const SECONDS = 60;

/**
 * Applies a system; what is refused, and a workload that is not Ready in time, with what stands in the way, is a
 * problem.
 */
export async function becomesReady(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  deadline?: number,
): Promise<Findings> {
  const applied = await applyAll(client, objects);
  const refused = applied
    .filter(({ answer }) => answer.status >= 300)
    .map(({ object, answer }) => problemWith(object, `it is refused: ${messageOf(answer)}`));
  const workloads = workloadsAmong(applied.filter(({ answer }) => answer.status < 300).map(({ object }) => object));
  const seconds = deadline ?? secondsFor(workloads);
  const late = await lateAmong(client, workloads, seconds);
  const waiting = await Promise.all(
    late.map(async (workload) =>
      problemWith(workload.object, `it is not Ready after ${seconds} s: ${await obstaclesOf(client, workload)}`),
    ),
  );
  return { judged: workloads.length, problems: [...refused, ...waiting] };
}

/** Time limit in seconds for workloads to become Ready on a busy machine. */
export function secondsFor(workloads: readonly Workload[]): number {
  return SECONDS + Math.max(0, ...workloads.map(({ object: { manifest } }) => manifest.spec.minReadySeconds ?? 0));
}

/** Waits until workloads are as their current manifests state; returns those that are not in time. */
export async function lateAmong(
  client: KubernetesClient,
  workloads: readonly Workload[],
  seconds: number,
): Promise<Workload[]> {
  const deadline = Date.now() + seconds * 1000;
  const late: Workload[] = [];
  for (const workload of workloads) {
    const {
      object: { manifest },
      autoscaler,
    } = workload;
    const ready = async () => isReady((await client.read(manifest)).body, autoscaler?.manifest.spec.minReplicas);
    await until(ready, Math.max(0, deadline - Date.now()) / 1000).catch(() => late.push(workload));
  }
  return late;
}

/** Tells if a workload has the stated number of replicas, which an autoscaler has raised to its minimum. */
export function isReady({ kind, metadata, spec, status = {} }: KubernetesObject, minReplicas = 0): boolean {
  if (kind === 'Job')
    return (status.conditions ?? []).some(
      (condition: any) => condition.type === 'Complete' && condition.status === 'True',
    );
  if (status.observedGeneration !== metadata.generation) return false;
  if (kind === 'DaemonSet')
    return [status.updatedNumberScheduled, status.numberAvailable].every(
      (count) => count === status.desiredNumberScheduled,
    );
  // A count of none is left out of a status.
  const [updated = 0, ...counts] = [status.updatedReplicas, status.replicas, status.availableReplicas].map(
    (count: number | undefined) => count ?? 0,
  );
  // An update of a StatefulSet leaves the replicas before its partition alone.
  const { partition = 0 } = spec.updateStrategy?.rollingUpdate ?? {};
  return (
    spec.replicas >= minReplicas &&
    counts.every((count) => count === spec.replicas) &&
    updated <= spec.replicas &&
    updated >= spec.replicas - partition
  );
}
