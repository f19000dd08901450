import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { LocatedObject } from '../../manifests';
import { Findings, problemWith } from '../../suite';
import { look, Moment, observe } from './observed';

const SECONDS = 40;

/** Waits until a version that fails has been taken back. */
export async function takenBack(client: KubernetesClient, object: LocatedObject): Promise<Findings> {
  const { name, namespace } = object.manifest.metadata;
  const hashes = await look(client, namespace!, name);
  const moments = await observe(client, namespace!, name, (moment) => isTakenBack(moment, name), SECONDS);
  const last = moments.at(-1)!;
  const problems = isTakenBack(last, name)
    ? []
    : [
        problemWith(
          object,
          `it was not taken back within ${SECONDS} s: ${last.rollout.status?.phase} ` +
            (`${last.rollout.status?.message ?? ''}, weights ` +
              `${last.routes.map(({ name: route, weights }) => `${route} ${JSON.stringify(weights)}`).join(', ')}`),
        ),
      ];
  const stable = hashes.rollout.status?.stableRS;
  const led = Object.entries(last.services).filter(
    ([service, { hash }]) => service !== name && hash !== undefined && hash !== stable,
  );
  return {
    judged: last.routes.length,
    problems: [
      ...problems,
      ...led.map(([service, { hash }]) =>
        problemWith(object, `Service ${service} leads to ${hash}, which was taken back; the old version is ${stable}`),
      ),
    ],
  };
}

function isTakenBack({ rollout, routes, services }: Moment, name: string): boolean {
  return (
    rollout.status?.abort === true &&
    routes.length > 0 &&
    routes.every(({ weights }) => weights[`${name}-stable`] === 100 && weights[`${name}-canary`] === 0) &&
    services[`${name}-canary`]?.hash === rollout.status.stableRS
  );
}
