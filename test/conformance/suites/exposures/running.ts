import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { templateOf } from '../../cluster/pods';
import { podsOf } from '../../cluster/pods';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { keyPairOf, makeAuthority, makeCertificate, RunningPod } from '../../mesh';
import { MeshCluster } from '../istio/mesh-cluster';
import { HOSTS, NAMESPACE, shop } from './program';
import { GATEWAY_POD, OUTSIDER_POD, SOLVER_POD, STRANGER_POD, surroundings } from './surroundings';

/** The shop behind a real gateway. */
export interface Running {
  readonly cluster: MeshCluster;
  readonly objects: readonly KubernetesObject[];
  readonly gateway: RunningPod;
  readonly solver: RunningPod;
  readonly outsider: RunningPod;
  readonly stranger: RunningPod;
  readonly cart: RunningPod;
  readonly web: RunningPod;
  readonly llm: RunningPod;
}

/** Boots all of it. */
export async function start(scratch: string): Promise<Running> {
  const objects = shop(scratch).objects;
  const manifests = objects.map(({ manifest }) => manifest);
  const cluster = await MeshCluster.start('exposures');
  try {
    const around = surroundings(await certificate(scratch), HOSTS.llm);
    await cluster.admit([...around, ...manifests].filter(({ kind }) => kind === 'Namespace'));
    await cluster.admit(
      [...around, ...manifests].filter(
        (manifest) => manifest.kind !== 'Namespace' && templateOf(manifest) === undefined,
      ),
    );
    const workloads = podsOf(objects.filter(({ manifest }) => manifest.kind === 'Deployment'));
    const pods = [GATEWAY_POD, SOLVER_POD, OUTSIDER_POD, STRANGER_POD, ...workloads.map(({ manifest }) => manifest)];
    const [gateway, solver, outsider, stranger, ...rest] = (await Promise.all(
      pods.map((pod) => cluster.kubelet.run(pod)),
    )) as [RunningPod, RunningPod, RunningPod, RunningPod, ...RunningPod[]];
    const of = (name: string) => rest.find((pod) => pod.name === `${name}.${NAMESPACE}`)!;
    await cluster.settle();
    return {
      cluster,
      objects: manifests,
      ...{ gateway, solver, outsider, stranger, cart: of('cart'), web: of('web'), llm: of('llm') },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** A certificate that clients do not look at: one of any name serves all hosts. */
async function certificate(scratch: string): Promise<{ readonly cert: string; readonly key: string }> {
  const folder = path.join(scratch, 'certificates');
  mkdirSync(folder, { recursive: true });
  return keyPairOf(await makeCertificate(folder, 'hosts', '*.example.com', await makeAuthority(folder, 'authority')));
}
