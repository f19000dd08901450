import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { selects } from '../../cluster/selector';
import type { Workload } from './workload';

/** The conditions by which a controller says that it cannot go on. */
const FAILURES: Readonly<Record<string, string>> = { ReplicaFailure: 'True', Progressing: 'False', Failed: 'True' };

/** Obstacles of a workload, as controllers, scheduler and kubelets report them. */
export async function obstaclesOf(client: KubernetesClient, { object: { manifest }, pods }: Workload): Promise<string> {
  const { namespace } = manifest.metadata;
  const [live, all, events] = await Promise.all([
    client.read(manifest),
    client.list('v1', 'Pod', namespace),
    client.list('v1', 'Event', namespace),
  ]);
  const told = new Set([
    ...failuresOf(live.body),
    ...all.filter((pod) => selects(pods, pod)).flatMap(waitsOf),
    ...events
      .filter(
        ({ type, involvedObject: { kind, name } }) =>
          type === 'Warning' && kind === manifest.kind && name === manifest.metadata.name,
      )
      .map(({ reason, message }) => `${reason}: ${message}`),
  ]);
  return told.size > 0
    ? [...told].join('; ')
    : `nothing is reported; its status is ${JSON.stringify(live.body.status)}`;
}

function failuresOf({ status }: KubernetesObject): string[] {
  return (status?.conditions ?? [])
    .filter((condition: any) => FAILURES[condition.type] === condition.status)
    .map(({ reason, message }: any) => `${reason}: ${message}`);
}

function waitsOf({ status }: KubernetesObject): string[] {
  const unscheduled = (status.conditions ?? []).filter(
    ({ type, status: value }: any) => type === 'PodScheduled' && value === 'False',
  );
  const waiting = (status.containerStatuses ?? []).flatMap(({ state }: any) => state?.waiting ?? []);
  return [...unscheduled, ...waiting].map(({ reason, message = '' }: any) => `${reason}: ${message}`);
}
