import { programPath } from '../../judges';
import { freePort, Server } from '../../processes';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';

/** Starts the controller; the kinds that it looks after are there. */
export async function startRollouts(cluster: Pick<SimulatedCluster, 'kubeconfig' | 'startServer'>): Promise<Server> {
  const [metrics, health] = [await freePort(), await freePort()];
  return cluster.startServer(
    'rollouts-controller',
    programPath('rollouts-controller'),
    [
      `--kubeconfig=${cluster.kubeconfig}`,
      '--leader-elect=false',
      `--metricsPort=${metrics}`,
      `--healthzPort=${health}`,
    ],
    async () => (await fetch(`http://127.0.0.1:${health}/healthz`)).ok,
  );
}
