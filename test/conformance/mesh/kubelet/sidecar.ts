import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { programPath } from '../../judges';
import { Server } from '../../processes';
import { downwardFile, IstioContainers } from './containers';
import { environmentOf, expand } from './environment';
import type { NetworkNamespace } from './network-namespace';

/** The user whose traffic Istio's rules let pass: the sidecar's own. */
const PROXY_USER = 1337;

/** Inputs of a sidecar. */
export interface SidecarOptions {
  readonly pod: KubernetesObject;
  readonly containers: IstioContainers;
  readonly network: NetworkNamespace;
  /** The folder in which the paths that pilot-agent knows begin. */
  readonly home: string;
  readonly token: string;
  readonly rootCertificate: string;
  readonly bootstrap: string;
  readonly agent: string;
  readonly hosts: Readonly<Record<string, string>>;
  readonly logs: string;
}

/** Sets up the traffic rules of an injected Pod and starts its real sidecar; ready when this returns. */
export async function startSidecar({
  pod,
  containers,
  network,
  home,
  token,
  rootCertificate,
  bootstrap,
  agent,
  hosts,
  logs,
}: SidecarOptions): Promise<Server> {
  writeFiles(home, {
    'var/run/secrets/tokens/istio-token': token,
    'var/run/secrets/istio/root-cert.pem': rootCertificate,
    'etc/istio/pod/labels': downwardFile(pod.metadata.labels),
    'etc/istio/pod/annotations': downwardFile(pod.metadata.annotations),
    'etc/istio/proxy/.keep': '',
  });
  if (containers.trafficRules !== undefined) await network.run(programPath('pilot-agent'), ...containers.trafficRules);
  const environment = environmentOf(pod, containers.proxy);
  const args = (containers.proxy.args as string[]).map((argument) => expand(argument, environment));
  const [program, ...rest] = network.command(hosts, [
    'setpriv',
    '--reuid',
    `${PROXY_USER}`,
    '--regid',
    `${PROXY_USER}`,
    '--clear-groups',
    agent,
    ...args,
  ]);
  return Server.start({
    name: `${pod.metadata.namespace}.${pod.metadata.name}.sidecar`,
    program,
    args: rest,
    cwd: home,
    logs,
    env: { ...environment, ISTIO_BOOTSTRAP: bootstrap },
    ready: async () => (await fetch(`http://${pod.status.podIP}:15021/healthz/ready`)).ok,
  });
}

function writeFiles(home: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(home, name);
    let folder = home;
    for (const part of path.dirname(name).split('/')) {
      folder = path.join(folder, part);
      mkdirSync(folder, { recursive: true });
      chownSync(folder, PROXY_USER, PROXY_USER);
    }
    writeFileSync(file, content);
    chownSync(file, PROXY_USER, PROXY_USER);
  }
  chownSync(home, PROXY_USER, PROXY_USER);
}
