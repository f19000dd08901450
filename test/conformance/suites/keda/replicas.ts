import { isDeepStrictEqual } from 'node:util';
import { applyAll } from '../../cluster/apply';
import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { PrometheusStandIn } from '../../cluster/prometheus-stand-in';
import type { LocatedObject } from '../../manifests';
import { sleep, until } from '../../processes';
import { Findings, Problem, problemWith } from '../../suite';
import { PrometheusTrigger, scaledObjectsAmong, targetOf } from './input';

/** Longest wait for replicas, in seconds, on a machine that other suites keep busy. */
const LONGEST_WAIT = 120;

/**
 * Has Prometheus say a load that takes a number of replicas, and waits until as many are asked for, within the bounds.
 */
export async function follows(
  client: KubernetesClient,
  prometheus: PrometheusStandIn,
  triggers: readonly PrometheusTrigger[],
  replicas: number,
  seconds = LONGEST_WAIT,
): Promise<Findings> {
  for (const { query, threshold } of triggers) prometheus.values.set(query, threshold * replicas);
  return reach(
    client,
    triggers.map(({ object }) => object),
    ({ manifest: { spec } }) => Math.min(spec.maxReplicaCount, Math.max(spec.minReplicaCount, replicas)),
    seconds,
  );
}

/** Waits until each target has as many replicas as it should. */
export async function reach(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  wanted: (object: LocatedObject) => number,
  seconds = LONGEST_WAIT,
): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const replicas = async () => (await client.read(targetOf(object.manifest))).body.spec.replicas as number;
      return until(async () => (await replicas()) === wanted(object), seconds).then(
        () => [],
        async () => [
          problemWith(
            object,
            `${object.manifest.spec.scaleTargetRef.name} has ${await replicas()} replicas after ${seconds} s, and ` +
              `${wanted(object)} are needed`,
          ),
        ],
      );
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** Watches each target for a while, in which it has as many replicas as it should. */
export async function stays(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  replicas: number,
  seconds: number,
): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const now = async () => (await client.read(targetOf(object.manifest))).body.spec.replicas as number;
      return until(async () => (await now()) !== replicas, seconds).then(
        async () => [
          problemWith(
            object,
            `${object.manifest.spec.scaleTargetRef.name} has ${await now()} replicas, and ${replicas} should have ` +
              'stayed',
          ),
        ],
        () => [],
      );
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** Applies everything again: no object may change, and no number of replicas, not even a moment later. */
export async function applyAgain(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<Findings> {
  const scaled = scaledObjectsAmong(objects);
  const specs = (all: readonly LocatedObject[]) =>
    Promise.all(all.map(async ({ manifest }) => (await client.read(manifest)).body.spec));
  const targets = scaled.map((object) => ({ ...object, manifest: targetOf(object.manifest) }));
  const watched = [...objects, ...targets];
  const before = await specs(watched);
  const refused = (await applyAll(client, objects))
    .filter(({ answer }) => answer.status >= 300)
    .map(({ object, answer }) =>
      problemWith(object, `applying it again is refused: ${complaintsOf(answer).join('; ')}`),
    );
  await sleep(2000);
  const after = await specs(watched);
  const different = watched.flatMap((object, at) =>
    isDeepStrictEqual(before[at], after[at])
      ? []
      : [
          problemWith(
            object,
            `applying it again changed it from ${JSON.stringify(before[at])} to ${JSON.stringify(after[at])}`,
          ),
        ],
  );
  return { judged: watched.length, problems: [...refused, ...different] };
}
