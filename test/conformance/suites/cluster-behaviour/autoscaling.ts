import { applyAll } from '../../cluster/apply';
import { KubernetesClient, messageOf } from '../../cluster/kubernetes-client';
import { titleOf } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import { lateAmong, secondsFor } from './readiness';
import { Workload, workloadsAmong } from './workload';

const AUTOSCALER = 'kube-controller-manager';

/** The workloads that an autoscaler scales. */
export function autoscaledAmong(objects: readonly LocatedObject[]): Workload[] {
  return workloadsAmong(objects).filter(({ autoscaler }) => autoscaler !== undefined);
}

/** Scales as an autoscaler would, and applies the system again: a conflict, or other replicas than before, is a problem. */
export async function leavesReplicasToAutoscalers(client: KubernetesClient, objects: readonly LocatedObject[], most: number): Promise<Findings> {
  const scaled = autoscaledAmong(objects);
  const replicas = await Promise.all(scaled.map((workload) => scale(client, workload, most)));
  const refused = (await applyAll(client, objects)).filter(({ answer }) => answer.status >= 300);
  const changed = await Promise.all(scaled.map((workload, at) => changeOf(client, workload, replicas[at]!)));
  // Whatever is asked next is asked about a system that stands.
  await lateAmong(client, scaled, secondsFor(scaled));
  return {
    judged: scaled.length,
    problems: [...refused.map(({ object, answer }) => problemWith(object, `it cannot be applied again once it was scaled: ${messageOf(answer)}`)), ...changed.flat()],
  };
}

/** Asks for as many replicas as an autoscaler may, up to a number. */
async function scale(client: KubernetesClient, { object: { manifest }, autoscaler }: Workload, most: number): Promise<number> {
  const { minReplicas = 1, maxReplicas } = autoscaler!.manifest.spec;
  const replicas = Math.min(maxReplicas, Math.max(minReplicas, most));
  await client.request('PATCH', `${await client.pathOf(manifest)}/scale`, { query: { fieldManager: AUTOSCALER }, body: { spec: { replicas } }, contentType: 'application/merge-patch+json' });
  return replicas;
}

async function changeOf(client: KubernetesClient, { object, autoscaler }: Workload, replicas: number): Promise<Problem[]> {
  const now = (await client.read(object.manifest)).body.spec.replicas;
  return now === replicas ? [] : [problemWith(object, `applying it again changed its replicas from ${replicas} to ${now}, which ${titleOf(autoscaler!.manifest)} decides`)];
}
