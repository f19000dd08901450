import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { programPath } from '../../judges';
import type { Server } from '../../processes';
import type { Application } from '../application';
import { areListenersSettled, rejectedUpdates } from '../istio/metrics';
import { ACCESS_LOG } from '../istio/providers';
import { HostEntry, hostLines } from './hosts';
import type { NetworkNamespace } from './network-namespace';

/** Port at which an Envoy serves its metrics, past the sidecar's capture. */
const METRICS_PORT = 15_090;

/** A program that runs in a pod beside its application. */
export interface PodProgram {
  readonly name: string;
  readonly program: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly ready: () => Promise<boolean>;
}

/** A pod that is real: an application and, in the mesh, a sidecar in a network of its own. */
export class RunningPod {
  private isStopped = false;

  constructor(
    readonly manifest: KubernetesObject,
    readonly address: string,
    readonly application: Application,
    private readonly network: NetworkNamespace,
    private readonly servers: readonly Server[],
    private readonly isInMesh: boolean,
    private readonly sidecarHome: string,
    private readonly hosts: string,
    private readonly startInside: (program: PodProgram) => Promise<Server>,
  ) {}

  /** `<pod>.<namespace>`: what istiod calls its proxy. */
  public get name(): string {
    return `${this.manifest.metadata.name}.${this.manifest.metadata.namespace}`;
  }

  /**
   * Starts another program in its network; a sidecar captures what it sends and what is sent to it. It ends with the
   * pod.
   */
  public async start(program: PodProgram): Promise<void> {
    await this.startInside(program);
  }

  /** Adds names that it resolves, such as those of headless Services, whose pods have no address before they start. */
  public resolve(entries: readonly HostEntry[]): void {
    appendFileSync(this.hosts, hostLines(entries));
  }

  /** Answer of its Envoy's admin port, such as `config_dump`. */
  public async envoy(page: string): Promise<string> {
    return this.network.run(programPath('pilot-agent'), 'request', 'GET', page);
  }

  /** The lines that its Envoy has written to its access log; it keeps them for a second. */
  public accessLog(): string[] {
    const file = path.join(this.sidecarHome, ACCESS_LOG);
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [];
  }

  /** The counters of the updates that its Envoy refused; none outside the mesh. */
  public async rejectedUpdates(): Promise<string[]> {
    return this.isInMesh ? rejectedUpdates(await this.envoy('stats?filter=update_rejected')) : [];
  }

  /** Tells if its Envoy listens by its newest configuration alone. True outside the mesh, and once it has ended. */
  public async isSettled(): Promise<boolean> {
    if (!this.isInMesh || this.isStopped) return true;
    const page = 'stats/prometheus?filter=listener_manager.total';
    return areListenersSettled(await (await fetch(`http://${this.address}:${METRICS_PORT}/${page}`)).text());
  }

  /** Ends its processes, without the seconds of draining that a sidecar takes, and removes its network. */
  public async stop(): Promise<void> {
    this.isStopped = true;
    await this.network.remove();
    await Promise.all(this.servers.map((server) => server.stop()));
  }
}
