import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import { programPath } from '../../judges';
import { freePort, Server } from '../../processes';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';

/** Kinds of the controller itself, and of the routes that it changes. */
const KINDS: ReadonlySet<string> = new Set([
  ...['Rollout', 'Experiment', 'AnalysisRun', 'AnalysisTemplate', 'ClusterAnalysisTemplate'].map(
    (kind) => `argoproj.io/${kind}`,
  ),
  ...['VirtualService', 'DestinationRule'].map((kind) => `networking.istio.io/${kind}`),
]);

/** Starts the controller, with the kinds that it looks after. */
export async function startRollouts(
  cluster: Pick<SimulatedCluster, 'client' | 'kubeconfig' | 'startServer'>,
): Promise<Server> {
  await installCustomResourceDefinitions(cluster.client, KINDS);
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
