import { applyAll, problemsOf } from '../../cluster/apply';
import { ControlPlane } from '../../cluster/control-plane';
import { startControllers } from '../../cluster/controllers';
import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { Istiod, Kubelet, RunningPod } from '../../mesh';
import { sleep } from '../../processes';
import { DRAIN_SECONDS, OUTSIDE, podOf, SHOP, SURROUNDINGS } from './policies';

const ISTIO_GROUPS: ReadonlySet<string> = new Set(['networking', 'security', 'telemetry', 'extensions'].map((group) => `${group}.istio.io`));

/** A control plane with Istio, and four real pods: a callee, the caller that it declares, another one, and one outside of the mesh. */
export class Shop {
  /**
   * Boots all of it; every proxy has its configuration when this returns.
   *
   * @throws ConformanceError when an object is refused, or something does not start
   */
  public static async start(): Promise<Shop> {
    const controlPlane = await ControlPlane.start({ name: 'istio' });
    let kubelet: Kubelet | undefined;
    try {
      await installCustomResourceDefinitions(controlPlane.client, ISTIO_GROUPS);
      const [istiod] = await Promise.all([Istiod.start(controlPlane), startControllers(controlPlane)]);
      kubelet = await Kubelet.start(controlPlane);
      await admit(controlPlane, SURROUNDINGS);
      const pods = [podOf(SHOP, 'cart'), podOf(SHOP, 'checkout'), podOf(SHOP, 'intruder'), podOf(OUTSIDE, 'outsider')];
      const [cart, checkout, intruder, outsider] = await Promise.all(pods.map((pod) => kubelet!.run(pod))) as [RunningPod, RunningPod, RunningPod, RunningPod];
      await istiod.untilSynchronized();
      return new Shop(controlPlane, istiod, kubelet, cart, checkout, intruder, outsider);
    } catch (error) {
      await kubelet?.stop();
      await controlPlane.stop();
      throw error;
    }
  }

  private constructor(
    readonly controlPlane: ControlPlane, readonly istiod: Istiod, private readonly kubelet: Kubelet,
    readonly cart: RunningPod, readonly checkout: RunningPod, readonly intruder: RunningPod, readonly outsider: RunningPod,
  ) {}

  /** The pods with sidecars. */
  public get inMesh(): readonly RunningPod[] {
    return [this.cart, this.checkout, this.intruder];
  }

  /** Applies an object and waits until it, and what was restored before, is in force. */
  public async change(object: KubernetesObject): Promise<void> {
    await admit(this.controlPlane, [object]);
    await this.istiod.untilSynchronized();
    await sleep((DRAIN_SECONDS + 0.5) * 1000);
  }

  /** Takes an object away that was changed; what stood in its place stands there again. */
  public async restore(object: KubernetesObject): Promise<void> {
    const original = SURROUNDINGS.find(({ kind, metadata }) => kind === object.kind && metadata.name === object.metadata.name);
    await (original === undefined ? this.controlPlane.client.delete(object) : admit(this.controlPlane, [original]));
  }

  /** Ends all of it. */
  public async stop(): Promise<void> {
    await this.kubelet.stop();
    await this.controlPlane.stop();
  }
}

async function admit({ client }: ControlPlane, objects: readonly KubernetesObject[]): Promise<void> {
  const applied = await applyAll(client, objects.map((manifest) => ({ manifest, file: '', line: 0 })), { force: true });
  const problems = problemsOf(applied.filter(({ answer }) => answer.status >= 300));
  if (problems.length > 0) throw new ConformanceError(problems.map(({ object, message }) => `${titleOf(object.manifest)}: ${message}`).join('\n'));
}
