import { chownSync, closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { ControlPlane } from '../../cluster/control-plane';
import { complaintsOf } from '../../cluster/kubernetes-client';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { GATEWAY, SCRATCH } from '../../isolation';
import { dataPath, programPath } from '../../judges';
import { run, Server, until } from '../../processes';
import { Application, ApplicationSettings, Behaviour, compileApplication } from '../application';
import { ENVOY, ISTIOD_HOST } from '../istio/settings';
import { istioContainers } from './containers';
import { rootCertificateOf, tokenOf } from './credentials';
import { HostEntry, hostsFile } from './hosts';
import { NetworkNamespace } from './network-namespace';
import { createRealNode, realNode } from './node';
import { portsOf } from './ports';
import { RunningPod } from './running-pod';
import { startSidecar } from './sidecar';
import { reportStatus } from './status';

const APPLICATION_USER = 1000;
const PODS_A_SUBNET = 250;
const SETTLE_SECONDS = 30;
const AGENT = path.join(SCRATCH, 'bin', 'pilot-agent');
const BOOTSTRAP = path.join(SCRATCH, 'bin', 'envoy_bootstrap.json');

/** Facts of a pod beyond its manifest. */
export interface PodOptions {
  /** Names that it resolves beside those of the Services: there is no DNS. */
  readonly hosts?: readonly HostEntry[];
  /** The zone of its node, one of those that the kubelet was started for. */
  readonly zone?: string;
  /** Behavior of its application before it is ready. */
  readonly behaviour?: Behaviour;
}

/** A small kubelet: it makes chosen Pods real, with a network, an application and the sidecar that was injected. */
export class Kubelet {
  /** Makes the node, or one in each zone, and what all its pods share. */
  public static async start(controlPlane: ControlPlane, zones: readonly string[] = []): Promise<Kubelet> {
    mkdirSync(path.dirname(ENVOY), { recursive: true });
    // Mounted into the run's own folder, they can be read by every user wherever they stand.
    for (const [file, target] of [
      [programPath('envoy'), ENVOY],
      [programPath('pilot-agent'), AGENT],
      [dataPath('envoy-bootstrap'), BOOTSTRAP],
    ] as const)
      await mount(file, target);
    const leaving = await Promise.all([undefined, ...zones].map((zone) => createRealNode(controlPlane.client, zone)));
    return new Kubelet(controlPlane, compileApplication(path.join(SCRATCH, 'application')), () =>
      leaving.forEach((leave) => leave()),
    );
  }

  private readonly networks: NetworkNamespace[] = [];
  private readonly pods: RunningPod[] = [];
  private count = 0;

  private constructor(
    private readonly controlPlane: ControlPlane,
    private readonly program: string,
    private readonly leaveNodes: () => void,
  ) {}

  /**
   * Creates a Pod, so that admission and injection have been at it, and makes it real; ready when this returns.
   *
   * @throws ConformanceError when the API server refuses it, or something in it does not start
   */
  public async run(pod: KubernetesObject, options: PodOptions = {}): Promise<RunningPod> {
    const { client } = this.controlPlane;
    const created = await client.create({ ...pod, spec: { ...pod.spec, nodeName: realNode(options.zone) } });
    if (created.status >= 300)
      throw new ConformanceError(`${titleOf(pod)} is refused: ${complaintsOf(created).join('; ')}`);
    return this.adopt(created.body as KubernetesObject, options);
  }

  /**
   * Makes a Pod real that somebody else has created and the scheduler has given to its node; ready when this returns.
   *
   * @throws ConformanceError when something in it does not start
   */
  public async adopt(pod: KubernetesObject, options: PodOptions = {}): Promise<RunningPod> {
    const { client } = this.controlPlane;
    const number = ++this.count;
    const address = `10.244.${1 + Math.floor(number / PODS_A_SUBNET)}.${1 + (number % PODS_A_SUBNET)}`;
    const manifest = await reportStatus(client, pod, address, false);
    const home = path.join(this.controlPlane.folder, 'pods', `${number}`);
    mkdirSync(home, { recursive: true });
    const services = await client.list('v1', 'Service');
    const etc = this.etcOf(home, manifest, services, options);
    const network = await NetworkNamespace.create(`pod-${number}`, address);
    this.networks.push(network);
    const application = await this.startApplication(manifest, services, home, network, etc);
    if (options.behaviour !== undefined) await application.client.behaves(options.behaviour);
    const containers = istioContainers(manifest);
    const sidecarHome = path.join(home, 'sidecar');
    const sidecar =
      containers === undefined
        ? []
        : [
            await startSidecar({
              pod: manifest,
              containers,
              network,
              home: sidecarHome,
              hosts: etc,
              logs: this.logs,
              bootstrap: BOOTSTRAP,
              agent: AGENT,
              token: await tokenOf(client, manifest),
              rootCertificate: await rootCertificateOf(client, manifest),
            }),
          ];
    await reportStatus(client, manifest, address, true);
    const running = new RunningPod(
      manifest,
      address,
      application.client,
      network,
      [application.server, ...sidecar],
      containers !== undefined,
      sidecarHome,
      etc.hosts!,
      ({ name, program, args = [], env, ready }) => {
        const [command, ...rest] = network.command(etc, [program, ...args]);
        return Server.start({
          name: `${manifest.metadata.namespace}.${manifest.metadata.name}.${name}`,
          program: command,
          args: rest,
          env,
          ready,
          logs: this.logs,
        });
      },
    );
    this.pods.push(running);
    return running;
  }

  /**
   * Waits until every Envoy listens by its newest configuration alone: until then, it cuts connections.
   *
   * @throws ConformanceError when one takes too long
   */
  public async untilSettled(): Promise<void> {
    const areSettled = async () => (await Promise.all(this.pods.map((pod) => pod.isSettled()))).every(Boolean);
    await until(areSettled, SETTLE_SECONDS).catch(() => {
      throw new ConformanceError(`a proxy still changes its listeners after ${SETTLE_SECONDS} s`);
    });
  }

  /** Ends all its pods, those that did not become ready included. */
  public async stop(): Promise<void> {
    this.leaveNodes();
    await Promise.all(this.networks.splice(0).map((network) => network.remove()));
  }

  private get logs(): string {
    return path.join(this.controlPlane.logs, 'pods');
  }

  private etcOf(
    home: string,
    pod: KubernetesObject,
    services: readonly KubernetesObject[],
    { hosts = [] }: PodOptions,
  ): Record<string, string> {
    const files = {
      hosts: hostsFile(pod.metadata.namespace!, services, [{ address: GATEWAY, names: [ISTIOD_HOST] }, ...hosts]),
      // Nothing answers there: an unknown name is refused at once.
      'resolv.conf': 'nameserver 127.0.0.1\noptions attempts:1 timeout:1\n',
    };
    return Object.fromEntries(
      Object.entries(files).map(([name, content]) => {
        writeFileSync(path.join(home, name), content);
        return [name, path.join(home, name)];
      }),
    );
  }

  private async startApplication(
    pod: KubernetesObject,
    services: readonly KubernetesObject[],
    home: string,
    network: NetworkNamespace,
    etc: Readonly<Record<string, string>>,
  ): Promise<{ readonly client: Application; readonly server: Server }> {
    const folder = path.join(home, 'application');
    mkdirSync(folder);
    chownSync(folder, APPLICATION_USER, APPLICATION_USER);
    const control = path.join(folder, 'control');
    const name = `${pod.metadata.namespace}.${pod.metadata.name}`;
    const settings: ApplicationSettings = { name, control, ports: portsOf(pod, services), user: APPLICATION_USER };
    const client = new Application(name, control);
    const [program, ...args] = network.command(etc, [process.execPath, this.program, JSON.stringify(settings)]);
    const server = await Server.start({
      name: `${name}.application`,
      program,
      args,
      logs: this.logs,
      ready: async () => (await client.ports()).length === settings.ports.length,
    });
    return { client, server };
  }
}

async function mount(file: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  closeSync(openSync(target, 'a'));
  const { status, stderr } = await run('mount', ['--bind', file, target]);
  if (status !== 0) throw new ConformanceError(`${file} cannot be mounted: ${stderr.trim()}`);
}
