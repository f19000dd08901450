import { createServer, Server } from 'node:http';
import { once } from 'node:events';
import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { ZONES } from '../../../cluster/nodes';
import { podsOf, templateOf } from '../../../cluster/pods';
import { ConformanceError } from '../../../errors';
import { GATEWAY } from '../../../isolation';
import type { LocatedObject, System } from '../../../manifests';
import { keyPairOf, makeAuthority, RunningPod } from '../../../mesh';
import { Change, MeshCluster } from '../mesh-cluster';
import { BOUTIQUE, OUTSIDE, platformObjects, podOf, UNKNOWN_HOST, UNKNOWN_PORT } from './platform';

/** The microservice that has a pod in every zone; the others have one. */
export const SPREAD = 'recommendationservice';

/** Online Boutique made real: what the library emitted, a pod of every workload, and two pods that no workload has. */
export class Boutique {
  /**
   * Boots all of it; every proxy has its configuration when this returns.
   *
   * @throws ConformanceError when an object is refused, or something does not start
   */
  public static async start(system: System): Promise<Boutique> {
    const cluster = await MeshCluster.start('online-boutique', ZONES);
    try {
      // Pods stand in for the workloads, and nothing is left to scale; what others than Istio read is judged elsewhere.
      const objects = system.objects.filter(
        ({ manifest }) =>
          templateOf(manifest) === undefined && manifest.kind !== 'HorizontalPodAutoscaler' && isReadHere(manifest),
      );
      await cluster.admit(
        objects.filter(({ manifest }) => manifest.kind === 'Namespace').map(({ manifest }) => manifest),
      );
      const certificate = keyPairOf(await makeAuthority(cluster.controlPlane.folder, 'shop.example.com'));
      await cluster.admit([...platformObjects(certificate), ...objects.map(({ manifest }) => manifest)]);
      const [pods, [prober, outsider]] = await Promise.all([
        Promise.all(
          podsOf(system.objects).map(async ({ manifest }): Promise<[string, RunningPod[]]> => [
            manifest.metadata.name,
            await runPods(cluster, manifest),
          ]),
        ),
        Promise.all(
          [
            [BOUTIQUE, 'prober'],
            [OUTSIDE, 'outsider'],
          ].map(([namespace, name]) => cluster.kubelet.run(podOf(namespace!, name!))),
        ),
      ]);
      await cluster.istiod.untilSynchronized(30);
      const unknown = createServer((_, response) => response.end('unknown')).listen(UNKNOWN_PORT, GATEWAY);
      await once(unknown, 'listening');
      return new Boutique(cluster, objects, new Map(pods), prober!, outsider!, unknown);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  private isChanged = false;

  private constructor(
    readonly cluster: MeshCluster,
    readonly objects: readonly LocatedObject[],
    private readonly pods: ReadonlyMap<string, readonly RunningPod[]>,
    readonly prober: RunningPod,
    readonly outsider: RunningPod,
    private readonly unknown: Server,
  ) {}

  /** The names of its microservices. */
  public get microservices(): readonly string[] {
    return [...this.pods.keys()];
  }

  /** The pods with sidecars. */
  public get inMesh(): readonly RunningPod[] {
    return [...[...this.pods.values()].flat(), this.prober];
  }

  /** The pods of a microservice. */
  public podsOf(name: string): readonly RunningPod[] {
    return this.pods.get(name)!;
  }

  /** The one pod that calls for a microservice. */
  public callerOf(name: string): RunningPod {
    return this.podsOf(name)[0]!;
  }

  /** The objects of a kind. */
  public all(kind: string): readonly KubernetesObject[] {
    return this.objects.map(({ manifest }) => manifest).filter((manifest) => manifest.kind === kind);
  }

  /**
   * An object that was emitted, where it comes from.
   *
   * @throws ConformanceError when it was not
   */
  public located(kind: string, name: string): LocatedObject {
    const object = this.objects.find(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name);
    if (object === undefined) throw new ConformanceError(`there is no ${kind} ${name}`);
    return object;
  }

  /** An object that was emitted. */
  public object(kind: string, name: string): KubernetesObject {
    return this.located(kind, name).manifest;
  }

  /** Does something once a change is in force; afterwards everything stands as it was emitted. */
  public async under<T>(change: Change, doing: () => Promise<T>): Promise<T> {
    this.isChanged = true;
    return this.cluster.under(
      change,
      this.objects.map(({ manifest }) => manifest),
      doing,
    );
  }

  /** Waits until what was changed is undone. */
  public async settled(): Promise<void> {
    if (this.isChanged) await this.cluster.settle();
    this.isChanged = false;
  }

  /** Lets all applications forget what they saw and how they were to behave. */
  public async reset(): Promise<void> {
    await Promise.all([...this.inMesh, this.outsider].map(({ application }) => application.reset()));
  }

  /** Ends its pods. */
  public async stopPods(): Promise<void> {
    await Promise.all([...this.inMesh, this.outsider].map((pod) => pod.stop()));
  }

  /** Ends all of it. */
  public async stop(): Promise<void> {
    this.unknown.close();
    await this.cluster.stop();
  }
}

async function runPods({ kubelet }: MeshCluster, pod: KubernetesObject): Promise<RunningPod[]> {
  const zones = pod.metadata.name === SPREAD ? ZONES : ZONES.slice(0, 1);
  return Promise.all(
    zones.map((zone, at) => {
      const name = `${pod.metadata.name}${at === 0 ? '' : `-${at + 1}`}`;
      return kubelet.run({ ...pod, metadata: { ...pod.metadata, name } }, { zone, hosts: [UNKNOWN_HOST] });
    }),
  );
}

/**
 * Objects of Kubernetes and of Istio: the control plane has no other kinds, such as those of the vertical pod
 * autoscaler.
 */
function isReadHere({ apiVersion }: KubernetesObject): boolean {
  const group = apiVersion.split('/').slice(0, -1).join('');
  return (
    group !== 'autoscaling.k8s.io' && (!group.includes('.') || group.endsWith('.k8s.io') || group.endsWith('.istio.io'))
  );
}
