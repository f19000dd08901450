import { isAvailable } from '../../cluster/availability';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { selects } from '../../cluster/selector';
import type { LocatedObject } from '../../manifests';
import { sleep } from '../../processes';
import { imageOf } from './input';

const POLL_MILLISECONDS = 250;

/** Outcome of requests to a microservice at one moment. */
export interface Moment {
  /** Milliseconds. */
  readonly at: number;
  /** As Flagger calls it, such as `Progressing`. */
  readonly phase: string | undefined;
  /** Weights of each route, by the destination's host. */
  readonly routes: readonly Readonly<Record<string, number>>[];
  /** Ready pods that are selected, by Service. */
  readonly services: Readonly<Record<string, number>>;
  /** Replicas and image of the Deployment that was stated, and of Flagger's copy. */
  readonly target: Replicas;
  readonly primary: Replicas;
}

/** Number of replicas of each version. */
export interface Replicas {
  readonly replicas: number | undefined;
  readonly image: string | undefined;
}

/** Flagger's names of the new version, the old one, and both. */
export function namesOf({ manifest }: LocatedObject): {
  readonly apex: string;
  readonly primary: string;
  readonly canary: string;
} {
  const apex = manifest.spec.targetRef.name as string;
  return { apex, primary: `${apex}-primary`, canary: `${apex}-canary` };
}

/** Looks again and again at all that brings a microservice out, until something holds or the time is over. */
export async function observe(
  client: KubernetesClient,
  canary: LocatedObject,
  isOver: (moment: Moment) => boolean,
  seconds: number,
): Promise<Moment[]> {
  const moments: Moment[] = [];
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const moment = await look(client, canary);
    moments.push(moment);
    if (isOver(moment)) break;
    await sleep(POLL_MILLISECONDS);
  }
  return moments;
}

/** All that brings a microservice out, now. */
export async function look(client: KubernetesClient, canary: LocatedObject): Promise<Moment> {
  const { namespace } = canary.manifest.metadata;
  const { apex, primary } = namesOf(canary);
  const read = async (apiVersion: string, kind: string, name: string): Promise<KubernetesObject | undefined> => {
    const { status, body } = await client.read({ apiVersion, kind, metadata: { name, namespace } });
    return status === 200 ? (body as KubernetesObject) : undefined;
  };
  const [live, route, target, copy, services, pods] = await Promise.all([
    read('flagger.app/v1beta1', 'Canary', canary.manifest.metadata.name),
    read('networking.istio.io/v1', 'VirtualService', apex),
    read('apps/v1', 'Deployment', apex),
    read('apps/v1', 'Deployment', primary),
    client.list('v1', 'Service', namespace),
    // Whole namespaces, several times a second, would keep the API server busy.
    client.list('v1', 'Pod', namespace, `app.kubernetes.io/name in (${apex}, ${primary})`),
  ]);
  const ready = pods.filter(isAvailable);
  return {
    at: Date.now(),
    phase: live?.status?.phase,
    target: replicasOf(target),
    primary: replicasOf(copy),
    routes: ((route?.spec.http ?? []) as any[]).map(({ route: to }) =>
      Object.fromEntries(to.map(({ destination, weight }: any) => [destination.host, weight ?? 0])),
    ),
    services: Object.fromEntries(
      services.map(({ metadata, spec }) => [
        metadata.name,
        ready.filter((pod) => selects({ namespace, selector: { matchLabels: spec.selector } }, pod)).length,
      ]),
    ),
  };
}

/** Events of a Canary from Flagger, the last first. */
export async function eventsOf(
  client: KubernetesClient,
  {
    manifest: {
      metadata: { name, namespace },
    },
  }: LocatedObject,
): Promise<string[]> {
  const events = (await client.list('v1', 'Event', namespace)).filter(
    ({ involvedObject }) => involvedObject?.kind === 'Canary' && involvedObject.name === name,
  );
  return events.sort((a, b) => (a.lastTimestamp < b.lastTimestamp ? 1 : -1)).map(({ message }) => message as string);
}

function replicasOf(workload: KubernetesObject | undefined): Replicas {
  return { replicas: workload?.spec.replicas, image: workload === undefined ? undefined : imageOf(workload) };
}
