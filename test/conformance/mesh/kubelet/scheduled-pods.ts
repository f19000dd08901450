import type { KubernetesClient } from '../../cluster/kubernetes-client';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { sleep } from '../../processes';
import type { Kubelet, PodOptions } from './kubelet';
import { realNode } from './node';
import type { RunningPod } from './running-pod';

const POLL_MILLISECONDS = 200;

/**
 * Makes the Pods real that controllers create and the scheduler gives to the real node, and ends those that are
 * deleted, as a kubelet does.
 */
export class ScheduledPods {
  /** Begins to look. */
  public static start(
    client: KubernetesClient,
    kubelet: Kubelet,
    optionsOf: (pod: KubernetesObject) => PodOptions,
  ): ScheduledPods {
    const pods = new ScheduledPods(client, kubelet, optionsOf);
    pods.looking = pods.look();
    return pods;
  }

  private readonly known = new Map<string, Promise<RunningPod>>();
  private readonly running = new Map<string, RunningPod>();
  private readonly ending: Promise<void>[] = [];
  private readonly failures: unknown[] = [];
  private looking: Promise<void> = Promise.resolve();
  private isOver = false;

  private constructor(
    private readonly client: KubernetesClient,
    private readonly kubelet: Kubelet,
    private readonly optionsOf: (pod: KubernetesObject) => PodOptions,
  ) {}

  /**
   * The pods that run now, those that are about to end included.
   *
   * @throws what kept one from starting
   */
  public get all(): RunningPod[] {
    if (this.failures.length > 0) throw this.failures[0];
    return [...this.running.values()];
  }

  /** Looks no more; the pods that run are left alone. */
  public async stop(): Promise<void> {
    this.isOver = true;
    await this.looking;
    await Promise.allSettled([...this.known.values(), ...this.ending]);
  }

  private async look(): Promise<void> {
    while (!this.isOver) {
      const pods = await this.client.list('v1', 'Pod').catch(() => []);
      for (const pod of pods.filter(({ spec }) => spec.nodeName === realNode())) this.follow(pod);
      await sleep(POLL_MILLISECONDS);
    }
  }

  private follow(pod: KubernetesObject): void {
    const { uid, deletionTimestamp } = pod.metadata as KubernetesObject['metadata'] & { readonly uid: string };
    const started = this.known.get(uid);
    if (started === undefined && deletionTimestamp === undefined && pod.status?.podIP === undefined) {
      const adopted = this.kubelet.adopt(pod, this.optionsOf(pod));
      this.known.set(uid, adopted);
      adopted.then(
        (each) => this.running.set(uid, each),
        (error: unknown) => this.failures.push(error),
      );
    } else if (started !== undefined && deletionTimestamp !== undefined && this.running.has(uid)) {
      const each = this.running.get(uid)!;
      this.running.delete(uid);
      this.ending.push(this.end(pod, each).catch((error: unknown) => void this.failures.push(error)));
    }
  }

  /** Requests still come while the others learn that it ends. */
  private async end(pod: KubernetesObject, running: RunningPod): Promise<void> {
    const seconds = (pod.spec.containers as any[]).map(({ lifecycle }) => lifecycle?.preStop?.sleep?.seconds ?? 0);
    await sleep(Math.max(...seconds) * 1000);
    await running.stop();
    await this.client.request('DELETE', await this.client.pathOf(pod), { query: { gracePeriodSeconds: '0' } });
  }
}
