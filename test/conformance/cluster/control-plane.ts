import { generateKeyPairSync, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { GATEWAY, SCRATCH } from '../isolation';
import { programPath } from '../judges';
import { freePort, Server } from '../processes';
import { KubernetesClient } from './kubernetes-client';

/** Options of a control plane. */
export interface ControlPlaneOptions {
  /** Name of its files and logs, unique among those that run at once. */
  readonly name: string;
  /**
   * The minor version that it behaves as, such as `1.33`.
   *
   * @default - its own
   */
  readonly emulatedVersion?: string;
  /**
   * The port of its API server.
   *
   * @default - a free one
   */
  readonly port?: number;
}

/** etcd and a Kubernetes API server: all of a control plane that judging objects takes. */
export class ControlPlane {
  /**
   * Boots etcd and the API server; ready when this returns.
   *
   * @throws ConformanceError with the end of the log of what did not start
   */
  public static async start(options: ControlPlaneOptions): Promise<ControlPlane> {
    const controlPlane = new ControlPlane(options.name);
    try {
      await controlPlane.boot(options);
      return controlPlane;
    } catch (error) {
      await controlPlane.stop();
      throw error;
    }
  }

  /** The folder of its files. */
  public readonly folder: string;
  /** The folder of its logs. */
  public readonly logs: string;
  /** A kubeconfig file for an administrator. */
  public readonly kubeconfig: string;
  private readonly token = randomUUID();
  private readonly servers: Server[] = [];
  private administrator?: KubernetesClient;

  private constructor(name: string) {
    this.folder = path.join(SCRATCH, name);
    this.logs = path.join(SCRATCH, 'logs', name);
    this.kubeconfig = path.join(this.folder, 'kubeconfig');
    fs.mkdirSync(this.folder, { recursive: true });
  }

  /** Talks to the API server as an administrator. */
  public get client(): KubernetesClient {
    return this.administrator!;
  }

  /** The key that service account tokens are signed with. */
  public get serviceAccountKey(): string {
    return path.join(this.folder, 'service-account.key');
  }

  /** The certificate that the API server shows. */
  public get certificate(): string {
    return path.join(this.folder, 'certificates', 'apiserver.crt');
  }

  /** The version that it says to be, such as `v1.36.3`. */
  public async version(): Promise<string> {
    return (await this.client.request('GET', '/version')).body.gitVersion;
  }

  /** Adds a server that ends with it. */
  public async startServer(
    name: string,
    program: string,
    args: readonly string[],
    ready: () => Promise<boolean>,
    env?: Readonly<Record<string, string>>,
  ): Promise<Server> {
    const server = await Server.start({ name, program, args, ready, env, logs: this.logs, cwd: this.folder });
    this.servers.push(server);
    return server;
  }

  /** Ends its servers, the last started first. */
  public async stop(): Promise<void> {
    this.administrator?.close();
    for (const server of this.servers.splice(0).reverse()) await server.stop();
  }

  private async boot({ emulatedVersion, port }: ControlPlaneOptions): Promise<void> {
    const etcd = `http://127.0.0.1:${await freePort()}`;
    const peers = `http://127.0.0.1:${await freePort()}`;
    const apiServerPort = port ?? (await freePort());
    this.writeCredentials(apiServerPort);
    await this.startServer(
      'etcd',
      programPath('etcd'),
      [
        `--data-dir=${path.join(this.folder, 'etcd')}`,
        `--listen-client-urls=${etcd}`,
        `--advertise-client-urls=${etcd}`,
        `--listen-peer-urls=${peers}`,
        '--unsafe-no-fsync',
      ],
      async () => (await fetch(`${etcd}/health`)).ok,
    );
    this.administrator = new KubernetesClient(apiServerPort, this.token);
    await this.startServer(
      'kube-apiserver',
      programPath('kube-apiserver'),
      [
        `--etcd-servers=${etcd}`,
        `--cert-dir=${path.dirname(this.certificate)}`,
        `--secure-port=${apiServerPort}`,
        '--bind-address=127.0.0.1',
        `--advertise-address=${GATEWAY}`,
        '--service-cluster-ip-range=10.96.0.0/16',
        '--service-account-issuer=https://kubernetes.default.svc',
        `--service-account-key-file=${this.serviceAccountKey}`,
        `--service-account-signing-key-file=${this.serviceAccountKey}`,
        `--token-auth-file=${path.join(this.folder, 'tokens.csv')}`,
        '--authorization-mode=RBAC',
        ...(emulatedVersion === undefined ? [] : [`--emulated-version=${emulatedVersion}`]),
      ],
      async () => (await this.client.request('GET', '/readyz')).status === 200,
    );
  }

  private writeCredentials(port: number): void {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    fs.writeFileSync(this.serviceAccountKey, privateKey.export({ type: 'pkcs1', format: 'pem' }));
    fs.writeFileSync(
      path.join(this.folder, 'tokens.csv'),
      `${this.token},administrator,administrator,system:masters\n`,
    );
    fs.writeFileSync(
      this.kubeconfig,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          { name: 'judges', cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } },
        ],
        users: [{ name: 'administrator', user: { token: this.token } }],
        contexts: [{ name: 'judges', context: { cluster: 'judges', user: 'administrator' } }],
        'current-context': 'judges',
      }),
    );
  }
}
