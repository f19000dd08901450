import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { Findings, Problem, problemWith } from '../../suite';

/** KEDA's message about a missing broker. */
const NOT_THERE = /dial (tcp|udp)|run out of available brokers/;

/** Waits until KEDA takes every ScaledObject. */
export async function isReady(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  seconds = 120,
): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const ready = async () =>
        conditionOf((await client.read(object.manifest)).body.status, 'Ready')?.status === 'True';
      return until(ready, seconds).then(
        () => [],
        async () => [problemWith(object, `KEDA does not take it: ${await saidOf(client, object)}`)],
      );
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** Waits until KEDA has asked every broker; what it says of one must be that it is not there. */
export async function missesOnlyBrokers(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  seconds = 120,
): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const missed = async () => NOT_THERE.test(await saidOf(client, object));
      return until(missed, seconds).then(
        () => [],
        async () => [problemWith(object, `KEDA does not get as far as its broker: ${await saidOf(client, object)}`)],
      );
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** Conditions and events of a ScaledObject. */
export async function saidOf(client: KubernetesClient, { manifest }: LocatedObject): Promise<string> {
  const { name, namespace } = manifest.metadata;
  const {
    body: { status },
  } = await client.read(manifest);
  const events = (await client.list('v1', 'Event', namespace)).filter(
    ({ involvedObject, type }) =>
      involvedObject?.name === name && involvedObject.kind === 'ScaledObject' && type === 'Warning',
  );
  const conditions = ((status?.conditions ?? []) as any[])
    .filter(({ type, status: is }) => type === 'Ready' && is !== 'True')
    .map(({ message }) => message as string);
  return [...conditions, ...new Set(events.map(({ message }) => message as string))].join('; ') || 'nothing was said';
}

/** A condition of a status; none where it is not there. */
export function conditionOf(status: any, type: string): any {
  return (status?.conditions ?? []).find((condition: any) => condition.type === type);
}
