import { Applied, applyAll, problemsOf } from '../../cluster/apply';
import { ControlPlane } from '../../cluster/control-plane';
import { startControllers } from '../../cluster/controllers';
import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { DRAIN_SECONDS, Istiod, Kubelet } from '../../mesh';
import { sleep } from '../../processes';

const ISTIO_GROUPS: ReadonlySet<string> = new Set(
  ['networking', 'security', 'telemetry', 'extensions'].map((group) => `${group}.istio.io`),
);

/** Change of a cluster while something is judged. */
export interface Change {
  readonly applied?: readonly KubernetesObject[];
  readonly removed?: readonly KubernetesObject[];
}

/** A control plane with Istio, and a kubelet that makes pods real. */
export class MeshCluster {
  /** Boots all of it, without any pod. */
  public static async start(name: string, zones: readonly string[] = []): Promise<MeshCluster> {
    const controlPlane = await ControlPlane.start({ name });
    try {
      await installCustomResourceDefinitions(controlPlane.client, ISTIO_GROUPS);
      const [istiod] = await Promise.all([Istiod.start(controlPlane), startControllers(controlPlane)]);
      return new MeshCluster(controlPlane, istiod, await Kubelet.start(controlPlane, zones));
    } catch (error) {
      await controlPlane.stop();
      throw error;
    }
  }

  private constructor(
    readonly controlPlane: ControlPlane,
    readonly istiod: Istiod,
    readonly kubelet: Kubelet,
  ) {}

  /**
   * Applies objects; an object that has less than before loses it.
   *
   * @throws ConformanceError when one is refused
   */
  public async admit(objects: readonly KubernetesObject[]): Promise<void> {
    const refused = await this.refused(objects);
    // A webhook whose connection broke has said nothing of the object: it is asked once more.
    const [unasked, denied] = [refused.filter(isUnasked), refused.filter((each) => !isUnasked(each))];
    const problems = problemsOf([...denied, ...(await this.refused(unasked.map(({ object }) => object.manifest)))]);
    if (problems.length > 0)
      throw new ConformanceError(
        problems.map(({ object, message }) => `${titleOf(object.manifest)}: ${message}`).join('\n'),
      );
  }

  /**
   * Takes objects away.
   *
   * @throws ConformanceError when one stays
   */
  public async remove(objects: readonly KubernetesObject[]): Promise<void> {
    const kept = await this.kept(await this.kept(objects));
    if (kept.length > 0) throw new ConformanceError(`not deleted: ${kept.map(titleOf).join(', ')}`);
  }

  /**
   * Does something once a change is in force, and then applies again what stood there; that is in force once it has
   * settled.
   */
  public async under<T>(
    { applied = [], removed = [] }: Change,
    originals: readonly KubernetesObject[],
    doing: () => Promise<T>,
  ): Promise<T> {
    await this.change({ applied, removed });
    await this.settle();
    try {
      return await doing();
    } finally {
      const changed = new Set([...applied, ...removed].map(titleOf));
      await this.change({ applied: originals.filter((manifest) => changed.has(titleOf(manifest))), removed: [] });
    }
  }

  /** Waits until every proxy lives by what was changed before, and by nothing else. */
  public async settle(): Promise<void> {
    await this.istiod.untilSynchronized();
    await sleep((DRAIN_SECONDS + 0.5) * 1000);
    await this.kubelet.untilSettled();
  }

  /** Ends all of it. */
  public async stop(): Promise<void> {
    await this.kubelet.stop();
    await this.controlPlane.stop();
  }

  /** Changes objects; istiod has seen those of its kinds when this returns. */
  private async change({ applied, removed }: Required<Change>): Promise<void> {
    await this.admit(applied);
    await this.remove(removed);
    const stored = applied.filter(isOfIstio).map(async (object) => (await this.controlPlane.client.read(object)).body);
    await this.istiod.untilKnown(await Promise.all(stored), removed.filter(isOfIstio));
  }

  /** Deletes objects, and gives back those that the API server did not delete. */
  private async kept(objects: readonly KubernetesObject[]): Promise<KubernetesObject[]> {
    const answers = await Promise.all(objects.map((object) => this.controlPlane.client.delete(object)));
    return objects.filter((_, at) => answers[at]!.status >= 300 && answers[at]!.status !== 404);
  }

  private async refused(objects: readonly KubernetesObject[]): Promise<Applied[]> {
    const applied = await applyAll(
      this.controlPlane.client,
      objects.map((manifest) => ({ manifest, file: '', line: 0 })),
      { force: true },
    );
    return applied.filter(({ answer }) => answer.status >= 300);
  }
}

function isUnasked({ answer }: Applied): boolean {
  return answer.status === 500;
}

function isOfIstio({ apiVersion }: KubernetesObject): boolean {
  return ISTIO_GROUPS.has(apiVersion.split('/')[0]!);
}
