import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { podsOf, templateOf } from '../../cluster/pods';
import type { LocatedObject } from '../../manifests';
import {
  Application,
  HostEntry,
  Istiod,
  ListeningPort,
  namesOf,
  OutsideApplication,
  RunningPod,
  ServiceAddresses,
} from '../../mesh';
import type { MeshSystem } from '../../../property/mesh-systems';
import { Change, MeshCluster } from '../istio/mesh-cluster';
import { actorObjects, OUTSIDER } from './actors';
import { addressOutside, PlacedSystem } from './systems';

/** Running pods of the workloads and actors of drawn systems, and an application for each host outside. */
export class RunningSystems {
  /**
   * Boots all of them; every proxy has its configuration when this returns.
   *
   * @throws ConformanceError when an object is refused, or something does not start
   */
  public static async start(cluster: MeshCluster, systems: readonly PlacedSystem[]): Promise<RunningSystems> {
    const actors = actorObjects(systems.map(({ system: { namespaces } }) => namespaces[0]!));
    const objects = [
      ...systems.flatMap((each) => each.objects),
      ...actors.map((manifest): LocatedObject => ({ manifest, file: 'actors.yaml', line: 1 })),
    ];
    const manifests = objects.map(({ manifest }) => manifest);
    await cluster.admit(manifests.filter(({ kind }) => kind === 'Namespace'));
    await cluster.admit(manifests.filter((manifest) => templateOf(manifest) === undefined));
    const hosts = systems.flatMap(({ system }, at) => hostsOutside(system, at));
    const outside = await Promise.all(
      systems.flatMap(({ system }, at) => applicationsOutside(system, at, cluster.controlPlane.logs)),
    );
    const templates = podsOf(objects).map(({ manifest }) => manifest);
    const headless = new Set(manifests.filter(isHeadless).map(keyOf));
    const twins = templates.filter((pod) => headless.has(keyOf(pod))).map(twinOf);
    const pods = await inTurns([...templates, ...twins], (manifest) => cluster.kubelet.run(manifest, { hosts }));
    // Pods without a sidecar, and traffic that proxies pass through, reach Services by their addresses.
    const addresses = await ServiceAddresses.start(cluster.controlPlane.client);
    const running = new RunningSystems(cluster, objects, pods, new Map(outside), addresses);
    for (const pod of pods) pod.resolve(running.headlessHosts(pod));
    await cluster.istiod.untilSynchronized(60);
    return running;
  }

  private readonly byName: ReadonlyMap<string, RunningPod>;

  private constructor(
    readonly cluster: MeshCluster,
    readonly objects: readonly LocatedObject[],
    readonly pods: readonly RunningPod[],
    /** Applications outside, by address. */
    readonly outside: ReadonlyMap<string, OutsideApplication>,
    private readonly addresses: ServiceAddresses,
  ) {
    this.byName = new Map(pods.map((pod) => [keyOf(pod.manifest), pod]));
  }

  /** The control plane of its proxies. */
  public get istiod(): Istiod {
    return this.cluster.istiod;
  }

  /** The pods with sidecars. */
  public get inMesh(): readonly RunningPod[] {
    return this.pods.filter(({ manifest }) => manifest.metadata.namespace !== OUTSIDER.namespace);
  }

  /** The pod of a workload by namespace and name. */
  public podOf(name: string): RunningPod {
    return this.byName.get(name)!;
  }

  /** Every application that may see a request, by namespace and name, or by its address outside. */
  public get applications(): readonly (readonly [string, Application])[] {
    return [
      ...this.pods.map((pod) => [keyOf(pod.manifest).replace(TWIN, ''), pod.application] as const),
      ...[...this.outside].map(([address, { application }]) => [address, application] as const),
    ];
  }

  /** An object that was emitted, or that makes an actor. */
  public located(kind: string, name: string): LocatedObject | undefined {
    return this.objects.find(({ manifest }) => manifest.kind === kind && keyOf(manifest) === name);
  }

  /** The manifests of everything that runs, without kinds. */
  public manifests(without: readonly string[] = []): KubernetesObject[] {
    return this.objects.map(({ manifest }) => manifest).filter(({ kind }) => !without.includes(kind));
  }

  /** Runs something while a change is in force. Afterwards the emitted objects are in force again. */
  public async under<T>(change: Change, doing: () => Promise<T>): Promise<T> {
    const done = await this.cluster.under(change, this.manifests(), doing);
    await this.cluster.settle();
    return done;
  }

  /** Ends all of it but the cluster. */
  public async stop(): Promise<void> {
    await Promise.all([...this.pods, ...this.outside.values(), this.addresses].map((each) => each.stop()));
  }

  /** Address of a pod of a workload other than the caller. */
  public addressFor(caller: RunningPod, workload: string): string {
    return (caller === this.podOf(workload) ? this.byName.get(`${workload}${TWIN}`)! : this.podOf(workload)).address;
  }

  /** The names of Services without an address of their own, as a pod knows them. */
  private headlessHosts(caller: RunningPod): HostEntry[] {
    return this.manifests()
      .filter(isHeadless)
      .map((service) => ({
        address: this.addressFor(caller, keyOf(service)),
        names: namesOf(service, caller.manifest.metadata.namespace!),
      }));
  }
}

const TWIN = '-twin';

/** A second pod of a workload: what a pod sends to its own address goes past all proxies, and tells nothing. */
function twinOf({ metadata, ...pod }: KubernetesObject): KubernetesObject {
  return { ...pod, metadata: { ...metadata, name: `${metadata.name}${TWIN}` } };
}

function isHeadless({ kind, spec }: KubernetesObject): boolean {
  return kind === 'Service' && spec.clusterIP === 'None';
}

/** Namespace and name. */
export function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

/** Pods are started a few at a time: each is a sidecar that compiles its configuration. */
const AT_A_TIME = 6;

async function inTurns<T, R>(items: readonly T[], doing: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += AT_A_TIME)
    done.push(...(await Promise.all(items.slice(at, at + AT_A_TIME).map(doing))));
  return done;
}

function hostsOutside({ externals }: MeshSystem, at: number): HostEntry[] {
  return externals
    .map(({ host }, each) => ({ address: addressOutside(at, each), names: [host] }))
    .filter(({ address, names }) => !names.includes(address));
}

/** Applications at addresses outside. A TLS port takes bytes: they name the host, and no handshake follows. */
function applicationsOutside(
  { externals }: MeshSystem,
  at: number,
  logs: string,
): Promise<readonly [string, OutsideApplication]>[] {
  return externals.map(async ({ protocol, number, tlsPort }, each) => {
    const address = addressOutside(at, each);
    const plain = ({ http: 'http', grpc: 'http2', tls: 'tcp' } as const)[protocol];
    const ports: ListeningPort[] = [
      { port: number, protocol: plain },
      ...(tlsPort === undefined ? [] : [{ port: tlsPort, protocol: 'tcp' } as const]),
    ];
    return [address, await OutsideApplication.start(`system-${at}-${each}`, address, ports, logs)] as const;
  });
}
