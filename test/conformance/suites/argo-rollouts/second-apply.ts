import * as fs from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FieldOwner } from '../../../../lib';
import { complaintsOf, KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { programPath } from '../../judges';
import type { LocatedObject } from '../../manifests';
import { run } from '../../processes';
import { Findings, Problem, problemWith } from '../../suite';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';
import { isHealthy, look, observe } from './observed';
import { leavingOwned } from './ownership';

/** Applies everything again as a GitOps tool does, in the middle of a rollout: no object may change. */
export async function applyAgain(
  client: KubernetesClient,
  objects: readonly LocatedObject[],
  ownership: readonly FieldOwner[],
): Promise<Findings> {
  const problems = await Promise.all(
    objects.map(async (object): Promise<Problem[]> => {
      const { body: live } = await client.read(object.manifest);
      const answer = await client.apply(leavingOwned(object.manifest, live as KubernetesObject, ownership), {
        force: true,
      });
      if (answer.status >= 300)
        return [problemWith(object, `applying it again is refused: ${complaintsOf(answer).join('; ')}`)];
      return isDeepStrictEqual(live.spec, answer.body.spec) &&
        live.metadata.generation === answer.body.metadata.generation
        ? []
        : [
            problemWith(
              object,
              `applying it again changes it from ${JSON.stringify(live.spec)} to ${JSON.stringify(answer.body.spec)}`,
            ),
          ];
    }),
  );
  return { judged: objects.length, problems: problems.flat() };
}

/** Effect of a kubectl apply in the middle of a rollout. */
export interface Disturbance {
  /** True when a weight was reset, with the milliseconds until the controller had restored it. */
  readonly weights: number | undefined;
  /** The same of selectors. */
  readonly selectors: number | undefined;
  /** Output of a failed kubectl. */
  readonly refused?: string;
}

/** Applies objects by kubectl, without a thought of who owns what, and measures. */
export async function applyPlainly(
  cluster: SimulatedCluster,
  workload: LocatedObject,
  objects: readonly KubernetesObject[],
  how: readonly string[],
): Promise<Disturbance> {
  const { client, kubeconfig, folder } = cluster;
  const { name, namespace } = workload.manifest.metadata;
  const file = path.join(folder, `plain-${how.length}.json`);
  fs.writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  const before = await look(client, namespace!, name);
  // All requests went to the new version.
  const weightsAreRight = ({ routes }: typeof before) =>
    routes.every(({ weights }) => weights[`${name}-canary`] === 100);
  const selectorsAreRight = ({ services }: typeof before) =>
    [`${name}-stable`, `${name}-canary`].every((service) => services[service]?.hash === before.services[service]?.hash);
  const begin = Date.now();
  let outcome: Awaited<ReturnType<typeof run>> | undefined;
  const applied = run(programPath('kubectl'), [`--kubeconfig=${kubeconfig}`, 'apply', ...how, '-f', file]).then(
    (ended) => (outcome = ended),
  );
  const moments = await observe(
    client,
    namespace!,
    name,
    (moment) =>
      isHealthy(moment) ||
      (outcome !== undefined && Date.now() - begin > 2000 && weightsAreRight(moment) && selectorsAreRight(moment)),
    20,
    20,
  );
  await applied;
  const wrong = (isRight: (moment: typeof before) => boolean) => {
    const first = moments.findIndex((moment) => !isRight(moment));
    return first < 0
      ? undefined
      : (moments.slice(first).find(isRight)?.at ?? Number.POSITIVE_INFINITY) - moments[first]!.at;
  };
  return {
    weights: wrong(weightsAreRight),
    selectors: wrong(selectorsAreRight),
    ...(outcome!.status !== 0 && { refused: outcome!.stderr.trim().split('\n')[0]! }),
  };
}
