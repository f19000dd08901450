import * as fs from 'node:fs';
import * as path from 'node:path';
import { dataPath, programPath } from '../judges';
import { freePort } from '../processes';
import type { ControlPlane } from './control-plane';
import { KubernetesClient } from './kubernetes-client';
import { SIMULATED } from './nodes';
import { POD_READY } from './stages';

/** Starts the controller manager and the scheduler, and kwok, which plays the kubelets of the simulated nodes. */
export async function startControllers(controlPlane: ControlPlane): Promise<void> {
  await Promise.all([
    startComponent(controlPlane, 'kube-controller-manager', [
      `--service-account-private-key-file=${controlPlane.serviceAccountKey}`,
      `--root-ca-file=${controlPlane.certificate}`,
      '--allocate-node-cidrs=false',
      // A new autoscaler waits a whole period, 15 s by default, before it first looks at its target.
      '--horizontal-pod-autoscaler-sync-period=1s',
    ]),
    startComponent(controlPlane, 'kube-scheduler', []),
    startSimulatedKubelets(controlPlane),
  ]);
}

async function startComponent(
  controlPlane: ControlPlane,
  name: 'kube-controller-manager' | 'kube-scheduler',
  args: readonly string[],
): Promise<void> {
  const { kubeconfig } = controlPlane;
  const port = await freePort();
  const client = new KubernetesClient(port, '');
  await controlPlane.startServer(
    name,
    programPath(name),
    [
      `--kubeconfig=${kubeconfig}`,
      `--authentication-kubeconfig=${kubeconfig}`,
      `--authorization-kubeconfig=${kubeconfig}`,
      `--secure-port=${port}`,
      '--bind-address=127.0.0.1',
      '--leader-elect=false',
      ...args,
    ],
    async () => (await client.request('GET', '/healthz')).status === 200,
  );
  client.close();
}

async function startSimulatedKubelets(controlPlane: ControlPlane): Promise<void> {
  const port = await freePort();
  await controlPlane.startServer(
    'kwok',
    programPath('kwok'),
    [
      `--kubeconfig=${controlPlane.kubeconfig}`,
      '--manage-all-nodes=false',
      `--manage-nodes-with-annotation-selector=${SIMULATED}`,
      '--cidr=10.245.0.0/16',
      '--node-lease-duration-seconds=40',
      `--server-address=127.0.0.1:${port}`,
      ...stageFiles(controlPlane.folder).map((file) => `--config=${file}`),
    ],
    async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok,
  );
}

/** The stages of kwok, but for the one by which a pod is Ready in the moment that it is scheduled. */
function stageFiles(folder: string): string[] {
  const stages = dataPath('kwok-stages');
  const files = fs
    .readdirSync(stages, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && path.basename(file) !== 'pod-ready.yaml')
    .sort();
  const ready = path.join(folder, 'pod-ready.yaml');
  fs.writeFileSync(ready, JSON.stringify(POD_READY));
  return [...files.map((file) => path.join(stages, file)), ready];
}
