import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { podsOf, templateOf } from '../../cluster/pods';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import type { LocatedObject, System } from '../../manifests';
import { RunningPod, ScheduledPods } from '../../mesh';
import { run, Server, until } from '../../processes';
import { startRollouts } from '../argo-rollouts/controller';
import { isHealthy, look, Moment } from '../argo-rollouts/observed';
import { VERSION } from '../argo-rollouts/walk';
import { MeshCluster } from '../istio/mesh-cluster';
import { NAME, NAMESPACE } from './program';
import type { Caller } from './requests';

const FIRST = '1';
const APPLIED = ['v1', 'networking.istio.io/v1', 'security.istio.io/v1', 'argoproj.io/v1alpha1'];

/** A cluster in which the real controller brings pods out that are real, and real callers ask them. */
export class Controlled {
  /** Boots it, and waits until the first version and the callers are ready. */
  public static async start(system: System): Promise<Controlled> {
    const cluster = await MeshCluster.start('canary-traffic');
    try {
      const { client } = cluster.controlPlane;
      const controller = await startRollouts(cluster.controlPlane);
      const scheduled = ScheduledPods.start(client, cluster.kubelet, (pod) => ({
        behaviour: { otherwise: { body: versionOf(pod) } },
      }));
      await cluster.admit(
        system.objects
          .map(({ manifest }) => manifest)
          .filter(
            (manifest) =>
              APPLIED.includes(manifest.apiVersion) &&
              (templateOf(manifest) === undefined || manifest.kind === 'Rollout'),
          ),
      );
      const controlled = (callers: Readonly<Record<Caller, RunningPod>>) =>
        new Controlled(cluster, controller, scheduled, callers);
      const [frontend, office] = await Promise.all(
        (['frontend', 'office'] as const).map((name) => cluster.kubelet.run(podOf(system.objects, name))),
      );
      const started = controlled({ frontend: frontend!, office: office! });
      await started.until('the first version is ready', isHealthy, 120);
      await cluster.settle();
      return started;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  private constructor(
    readonly cluster: MeshCluster,
    readonly controller: Server,
    private readonly scheduled: ScheduledPods,
    readonly callers: Readonly<Record<Caller, RunningPod>>,
  ) {}

  /** The pods of a version that run. */
  public pods(version: string): RunningPod[] {
    return this.scheduled.all.filter(({ manifest }) => versionOf(manifest) === version);
  }

  /** Looks until something holds of the rollout, and then until proxies live by it. */
  public async until(what: string, holds: (moment: Moment) => boolean, seconds = 60): Promise<void> {
    let last: Moment | undefined;
    const seen = async () => {
      void this.scheduled.all;
      last = await look(this.cluster.controlPlane.client, NAMESPACE, NAME);
      return holds(last);
    };
    await until(seen, seconds).catch((error: unknown) => {
      throw error instanceof ConformanceError
        ? error
        : new ConformanceError(
            `within ${seconds} s, ${what} did not come: ${JSON.stringify(last?.rollout.status)}, routes ` +
              `${JSON.stringify(last?.routes.map(({ raw }) => raw))}`,
          );
    });
    await this.cluster.settle();
  }

  /** Tells the controller something as its users do. */
  public async order(...words: readonly string[]): Promise<void> {
    const [command, ...options] = words;
    const { status, stderr } = await run(programPath('kubectl-argo-rollouts'), [
      command!,
      NAME,
      `--namespace=${NAMESPACE}`,
      `--kubeconfig=${this.cluster.controlPlane.kubeconfig}`,
      ...options,
    ]);
    if (status !== 0) throw new ConformanceError(`kubectl argo rollouts ${words.join(' ')}: ${stderr.trim()}`);
  }

  /** Ends all of it. */
  public async stop(): Promise<void> {
    await this.scheduled.stop();
    await this.cluster.stop();
  }
}

/** Owner of a pod, by its template. */
function versionOf({ metadata }: KubernetesObject): string {
  return metadata.annotations?.[VERSION] ?? FIRST;
}

function podOf(objects: readonly LocatedObject[], name: string): KubernetesObject {
  return podsOf(
    objects.filter(({ manifest: { kind, metadata } }) => kind === 'Deployment' && metadata.name === name),
  )[0]!.manifest;
}
