import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { sleep } from '../../processes';

const POLL_MILLISECONDS = 200;
const HASH = 'rollouts-pod-template-hash';

/** A route to versions as it was at a moment; those that delegate lead nowhere themselves. */
export interface ObservedRoute {
  /** As in `frontend/default`. */
  readonly name: string;
  /** Weights by the first part of the host. */
  readonly weights: Readonly<Record<string, number>>;
  readonly raw: any;
}

/** Outcome of requests to a microservice at one moment. */
export interface Moment {
  /** Milliseconds. */
  readonly at: number;
  readonly rollout: KubernetesObject;
  readonly routes: readonly ObservedRoute[];
  /** Hash in the selector, and ready pods that it selects, by Service. */
  readonly services: Readonly<Record<string, { readonly hash: string | undefined; readonly ready: number }>>;
  /** Ready pods, by hash. */
  readonly ready: Readonly<Record<string, number>>;
}

/** Looks again and again at all that brings a microservice out, until something holds or the time is over. */
export async function observe(
  client: KubernetesClient,
  namespace: string,
  name: string,
  isOver: (moment: Moment) => boolean | Promise<boolean>,
  seconds: number,
  poll = POLL_MILLISECONDS,
): Promise<Moment[]> {
  const moments: Moment[] = [];
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    const moment = await look(client, namespace, name);
    moments.push(moment);
    if (await isOver(moment)) break;
    await sleep(poll);
  }
  return moments;
}

/** All that brings a microservice out, now. */
export async function look(client: KubernetesClient, namespace: string, name: string): Promise<Moment> {
  // Whole namespaces, several times a second, would keep the API server busy.
  const own = `app.kubernetes.io/name=${name}`;
  const [rollout, virtualServices, services, pods] = await Promise.all([
    client
      .read({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name, namespace } })
      .then(({ body }) => body as KubernetesObject),
    client.list('networking.istio.io/v1', 'VirtualService', namespace, own),
    client.list('v1', 'Service', namespace, own),
    client.list('v1', 'Pod', namespace, own),
  ]);
  const ready = pods.filter(
    ({ metadata, status }) =>
      metadata.deletionTimestamp === undefined &&
      (status?.conditions ?? []).some((condition: any) => condition.type === 'Ready' && condition.status === 'True'),
  );
  const matches = (selector: Readonly<Record<string, string>>) =>
    ready.filter(({ metadata }) => Object.entries(selector).every(([key, value]) => metadata.labels?.[key] === value))
      .length;
  const counts: Record<string, number> = {};
  for (const { metadata } of ready)
    counts[metadata.labels?.[HASH] ?? ''] = (counts[metadata.labels?.[HASH] ?? ''] ?? 0) + 1;
  return {
    at: Date.now(),
    rollout,
    ready: counts,
    routes: virtualServices.flatMap(({ metadata, spec }) =>
      (spec.http as any[])
        .filter(({ route }) => route !== undefined)
        .map((route) => ({
          name: `${metadata.name}/${route.name}`,
          raw: route,
          weights: Object.fromEntries(
            route.route.map(({ destination, weight }: any) => [destination.host.split('.')[0], weight ?? 0]),
          ),
        })),
    ),
    services: Object.fromEntries(
      services.map(({ metadata, spec }) => [
        metadata.name,
        { hash: spec.selector?.[HASH], ready: matches(spec.selector ?? {}) },
      ]),
    ),
  };
}

/** Tells if a rollout has ended and nothing of it is under way. */
export function isHealthy({ rollout: { metadata, status = {} } }: Pick<Moment, 'rollout'>): boolean {
  return status.observedGeneration === `${metadata.generation}` && status.phase === 'Healthy';
}
