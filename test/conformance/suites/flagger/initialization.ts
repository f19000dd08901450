import type { KubernetesClient } from '../../cluster/kubernetes-client';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import { eventsOf, namesOf, observe } from './observed';

/** The kinds of which Flagger makes objects. */
const KINDS: readonly (readonly [string, string])[] = [
  ['apps/v1', 'Deployment'],
  ['v1', 'Service'],
  ['networking.istio.io/v1', 'VirtualService'],
  ['networking.istio.io/v1', 'DestinationRule'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler'],
];

/** Waits until Flagger has made its part of every microservice, and sends all requests to its copy. */
export async function isInitialized(
  client: KubernetesClient,
  canaries: readonly LocatedObject[],
  seconds = 90,
): Promise<Findings> {
  const problems = await Promise.all(
    canaries.map(async (canary): Promise<Problem[]> => {
      const { primary, canary: fresh } = namesOf(canary);
      const last = (
        await observe(
          client,
          canary,
          ({ phase, services }) => phase === 'Initialized' && services[fresh] === 0 && (services[primary] ?? 0) > 0,
          seconds,
        )
      ).at(-1)!;
      if (last.phase === 'Initialized')
        return last.services[fresh] === 0
          ? []
          : [problemWith(canary, `${last.services[fresh]} pods of the Deployment still run`)];
      return [
        problemWith(
          canary,
          `it is ${last.phase ?? 'not looked at'} after ${seconds} s: ` +
            `${(await eventsOf(client, canary))[0] ?? 'nothing was said'}`,
        ),
      ];
    }),
  );
  return { judged: canaries.length, problems: problems.flat() };
}

/** Everything that Flagger makes is its own: an object that is stated beside it would be fought over. */
export async function isMadeByFlagger(
  client: KubernetesClient,
  canaries: readonly LocatedObject[],
  stated: readonly LocatedObject[],
): Promise<Findings> {
  let judged = 0;
  const problems = await Promise.all(
    canaries.map(async (canary): Promise<Problem[]> => {
      const made = await madeFor(client, canary);
      judged += made.length;
      const wanted = expected(canary);
      const missing = wanted.filter((title) => !made.some((object) => titleOf(object) === title));
      const names = new Set([...wanted, ...made.map(titleOf)]);
      return [
        ...missing.map((title) => problemWith(canary, `Flagger did not make ${title}`)),
        ...stated
          .filter(({ manifest }) => names.has(titleOf(manifest)))
          .map((object) =>
            problemWith(object, `it is stated, and Flagger makes it of Canary ${canary.manifest.metadata.name}`),
          ),
      ];
    }),
  );
  return { judged, problems: problems.flat() };
}

/** The objects that Flagger has made of a Canary. */
export async function madeFor(
  client: KubernetesClient,
  {
    manifest: {
      metadata: { name, namespace },
    },
  }: LocatedObject,
): Promise<KubernetesObject[]> {
  const all = await Promise.all(KINDS.map(([apiVersion, kind]) => client.list(apiVersion, kind, namespace)));
  return all
    .flat()
    .filter(({ metadata }) =>
      (metadata.ownerReferences ?? []).some((owner: any) => owner.kind === 'Canary' && owner.name === name),
    );
}

function expected(canary: LocatedObject): string[] {
  const { namespace } = canary.manifest.metadata;
  const { apex, primary, canary: fresh } = namesOf(canary);
  const names: readonly (readonly [string, string])[] = [
    ['Deployment', primary],
    ['Service', apex],
    ['Service', primary],
    ['Service', fresh],
    ['VirtualService', apex],
    ['DestinationRule', primary],
    ['DestinationRule', fresh],
    ['HorizontalPodAutoscaler', primary],
  ];
  return names.map(([kind, name]) => `${kind} ${namespace}/${name}`);
}
