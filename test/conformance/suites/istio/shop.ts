import type { ControlPlane } from '../../cluster/control-plane';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { Istiod, RunningPod } from '../../mesh';
import { MeshCluster } from './mesh-cluster';
import { OUTSIDE, podOf, SHOP, SURROUNDINGS } from './policies';

/**
 * A control plane with Istio, and four real pods: a callee, the caller that it declares, another one, and one outside
 * of the mesh.
 */
export class Shop {
  /**
   * Boots all of it; every proxy has its configuration when this returns.
   *
   * @throws ConformanceError when an object is refused, or something does not start
   */
  public static async start(): Promise<Shop> {
    const cluster = await MeshCluster.start('istio');
    try {
      await cluster.admit(SURROUNDINGS);
      const pods = [podOf(SHOP, 'cart'), podOf(SHOP, 'checkout'), podOf(SHOP, 'intruder'), podOf(OUTSIDE, 'outsider')];
      const [cart, checkout, intruder, outsider] = (await Promise.all(pods.map((pod) => cluster.kubelet.run(pod)))) as [
        RunningPod,
        RunningPod,
        RunningPod,
        RunningPod,
      ];
      await cluster.istiod.untilSynchronized();
      return new Shop(cluster, cart, checkout, intruder, outsider);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  private constructor(
    private readonly cluster: MeshCluster,
    readonly cart: RunningPod,
    readonly checkout: RunningPod,
    readonly intruder: RunningPod,
    readonly outsider: RunningPod,
  ) {}

  public get controlPlane(): ControlPlane {
    return this.cluster.controlPlane;
  }

  public get istiod(): Istiod {
    return this.cluster.istiod;
  }

  /** The pods with sidecars. */
  public get inMesh(): readonly RunningPod[] {
    return [this.cart, this.checkout, this.intruder];
  }

  /** Applies an object and waits until it, and what was restored before, is in force. */
  public async change(object: KubernetesObject): Promise<void> {
    await this.cluster.admit([object]);
    await this.cluster.settle();
  }

  /** Takes an object away that was changed; what stood in its place stands there again. */
  public async restore(object: KubernetesObject): Promise<void> {
    const original = SURROUNDINGS.find(
      ({ kind, metadata }) => kind === object.kind && metadata.name === object.metadata.name,
    );
    await (original === undefined ? this.cluster.remove([object]) : this.cluster.admit([original]));
  }

  /** Ends all of it. */
  public async stop(): Promise<void> {
    await this.cluster.stop();
  }
}
