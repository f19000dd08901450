import { restrictedNamespace } from '../../cluster/apply';
import { ControlPlane } from '../../cluster/control-plane';
import { startControllers } from '../../cluster/controllers';
import { installCustomResourceDefinitions, kindsOf } from '../../cluster/custom-resource-definitions';
import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { createNodes, ZONES } from '../../cluster/nodes';
import { createVolumes } from '../../cluster/volumes';
import type { LocatedObject } from '../../manifests';
import { until } from '../../processes';
import { startRollouts } from '../argo-rollouts/controller';

/** Two in each zone: while one is drained, the zone still takes pods. */
const NODES_PER_ZONE = 2;

/** Number of nodes of a cluster. */
export const NODES = NODES_PER_ZONE * ZONES.length;

/** A cluster of simulated nodes on which real controllers and a real scheduler work. */
export type SimulatedCluster = Pick<ControlPlane, 'client' | 'kubeconfig' | 'folder' | 'startServer'>;

/**
 * Uses a cluster of its own that has what objects need, kinds, namespaces and volumes, and hands on the objects with
 * their namespaces.
 */
export async function withCluster(
  name: string,
  objects: readonly LocatedObject[],
  use: (cluster: SimulatedCluster, objects: readonly LocatedObject[]) => Promise<void>,
): Promise<void> {
  const controlPlane = await ControlPlane.start({ name });
  try {
    const { client } = controlPlane;
    await Promise.all([
      installCustomResourceDefinitions(client, kindsOf(objects)),
      makeNamespaces(client, objects),
      createVolumes(client, objects),
      createNodes(client, NODES_PER_ZONE)
        .then(() => startControllers(controlPlane))
        .then(() => until(() => areReady(client), 60)),
    ]);
    if (objects.some(({ manifest }) => manifest.kind === 'Rollout')) await startRollouts(controlPlane);
    await use(controlPlane, await Promise.all(objects.map((object) => inNamespace(client, object))));
  } finally {
    await controlPlane.stop();
  }
}

/** An object that names no namespace is in the one that kubectl would put it into. */
async function inNamespace(client: KubernetesClient, object: LocatedObject): Promise<LocatedObject> {
  const { manifest } = object;
  // A kind that the server does not have is told of when it is applied.
  const outside =
    manifest.metadata.namespace !== undefined ||
    !(await client.isNamespaced(manifest.apiVersion, manifest.kind).catch(() => false));
  return outside
    ? object
    : { ...object, manifest: { ...manifest, metadata: { ...manifest.metadata, namespace: 'default' } } };
}

/** The namespaces that do not come with objects. */
async function makeNamespaces(client: KubernetesClient, objects: readonly LocatedObject[]): Promise<void> {
  const made = objects
    .filter(({ manifest }) => manifest.kind === 'Namespace')
    .map(({ manifest }) => manifest.metadata.name);
  const needed = new Set(objects.flatMap(({ manifest }) => manifest.metadata.namespace ?? []));
  await Promise.all(
    [...needed]
      .filter((namespace) => !made.includes(namespace))
      .map((namespace) => client.apply(restrictedNamespace(namespace), { force: true })),
  );
}

/** A pod that is scheduled before the last node takes pods would be placed among the others alone. */
async function areReady(client: KubernetesClient): Promise<boolean> {
  return (await client.list('v1', 'Node')).every(
    ({ spec, status }: KubernetesObject) =>
      (spec?.taints ?? []).length === 0 &&
      status?.conditions?.some((condition: any) => condition.type === 'Ready' && condition.status === 'True'),
  );
}
