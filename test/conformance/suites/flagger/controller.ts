import { programPath } from '../../judges';
import { freePort } from '../../processes';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';

/** Starts the controller; the kinds that it looks after are there. */
export async function startFlagger(cluster: SimulatedCluster, prometheus: string): Promise<void> {
  const port = await freePort();
  await cluster.startServer(
    'flagger',
    programPath('flagger'),
    [
      `-kubeconfig=${cluster.kubeconfig}`,
      `-port=${port}`,
      '-mesh-provider=istio',
      `-metrics-server=${prometheus}`,
      '-control-loop-interval=1s',
      '-log-level=info',
    ],
    async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok,
  );
}
