import * as path from 'node:path';
import { podsOf, templateOf } from '../../../cluster/pods';
import type { LocatedObject } from '../../../manifests';
import type { RunningPod } from '../../../mesh';
import type { Change, MeshCluster } from '../mesh-cluster';
import { collectorObjects, collectorPod, synthesizeTraced } from './program';

/** A caller and a callee that are traced and logged as the library states it, and the collector. */
export class Traced {
  /** Makes all of it; every proxy has its configuration when this returns. */
  public static async start(cluster: MeshCluster, scratch: string): Promise<Traced> {
    const system = synthesizeTraced(path.join(scratch, 'telemetry'));
    const objects = system.objects.filter(({ manifest }) => templateOf(manifest) === undefined);
    const manifests = objects.map(({ manifest }) => manifest);
    await cluster.admit([...collectorObjects(), ...manifests.filter(({ kind }) => kind === 'Namespace')]);
    await cluster.admit(manifests);
    const templates = podsOf(system.objects).map(({ manifest }) => manifest);
    const of = (name: string) => templates.find(({ metadata }) => metadata.name === name)!;
    const [collector, web, cart] = (await Promise.all(
      [collectorPod(), of('web'), of('cart')].map((pod) => cluster.kubelet.run(pod)),
    )) as [RunningPod, RunningPod, RunningPod];
    await cluster.settle();
    return new Traced(cluster, objects, collector, web, cart);
  }

  private constructor(
    private readonly cluster: MeshCluster,
    readonly objects: readonly LocatedObject[],
    readonly collector: RunningPod,
    readonly web: RunningPod,
    readonly cart: RunningPod,
  ) {}

  /** An object that was emitted. */
  public located(kind: string, name: string): LocatedObject {
    return this.objects.find(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name)!;
  }

  /** Does something once a change is in force; afterwards everything stands as it was emitted. */
  public async under<T>(change: Change, doing: () => Promise<T>): Promise<T> {
    const done = await this.cluster.under(
      change,
      this.objects.map(({ manifest }) => manifest),
      doing,
    );
    await this.cluster.settle();
    return done;
  }

  /** Ends its pods. */
  public async stop(): Promise<void> {
    await Promise.all([this.collector, this.web, this.cart].map((pod) => pod.stop()));
  }
}
