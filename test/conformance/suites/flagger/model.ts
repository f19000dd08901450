import type { KubernetesClient } from '../../cluster/kubernetes-client';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import { flaggerObjects } from '../../../support/canary/flagger-objects';
import { walkCanaries } from '../../../support/canary/flagger';
import { madeFor } from './initialization';

/** Compares what Flagger has made with what the simulator of the unit tests says that it makes. */
export async function isAsModelled(
  client: KubernetesClient,
  canary: LocatedObject,
  workload: LocatedObject,
): Promise<Findings> {
  const modelled = flaggerObjects(canary.manifest as any, workload.manifest as any, {
    name: 'initialized',
    running: false,
    weight: 0,
    expected: { weight: 0 },
  }) as unknown as KubernetesObject[];
  const made = (await madeFor(client, canary)).filter(({ kind }) => kind !== 'HorizontalPodAutoscaler');
  const found = (object: KubernetesObject, all: readonly KubernetesObject[]) =>
    all.find((each) => titleOf(each) === titleOf(object));
  const differences = [
    ...modelled
      .filter((object) => found(object, made) === undefined)
      .map((object) => `${titleOf(object)} is modelled, and Flagger did not make it`),
    ...made
      .filter((object) => found(object, modelled) === undefined)
      .map((object) => `Flagger made ${titleOf(object)}, which is not modelled`),
    ...modelled.flatMap((object) => {
      const real = found(object, made);
      return real === undefined
        ? []
        : differencesOf(
            { labels: object.metadata.labels, spec: object.spec },
            { labels: real.metadata.labels ?? {}, spec: real.spec },
            titleOf(object),
          );
    }),
  ];
  return { judged: modelled.length, problems: differences.map((message) => problemWith(canary, message)) };
}

/** The weights by which the simulator walks a Canary: each once, after the one before the first. */
export function modelledWeights(canary: LocatedObject, objects: readonly LocatedObject[]): number[] {
  const name = canary.manifest.metadata.name;
  const stages = walkCanaries(objects.map(({ manifest }) => manifest) as any).filter(({ of }) => of.name === name);
  const weights = stages.map(({ weight }) => weight ?? 0);
  return weights.filter((weight, at) => weight !== weights[at - 1]);
}

/** Differences from the model. Additions of the API server are none. */
function differencesOf(modelled: unknown, real: unknown, at: string): string[] {
  if (modelled === undefined || modelled === null) return [];
  if (Array.isArray(modelled)) {
    const others = Array.isArray(real) ? (real as unknown[]) : [];
    if (others.length !== modelled.length)
      return [`${at}: ${modelled.length} are modelled, Flagger made ${JSON.stringify(real)}`];
    return modelled.flatMap((each, index) => differencesOf(each, others[index], `${at}[${index}]`));
  }
  if (typeof modelled === 'object')
    return Object.entries(modelled).flatMap(([key, value]) =>
      differencesOf(value, (real as any)?.[key], `${at}.${key}`),
    );
  return modelled === real
    ? []
    : [`${at}: ${JSON.stringify(modelled)} is modelled, Flagger made ${JSON.stringify(real)}`];
}
