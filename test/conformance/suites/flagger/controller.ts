import { installCustomResourceDefinitions } from '../../cluster/custom-resource-definitions';
import { programPath } from '../../judges';
import { freePort } from '../../processes';
import type { SimulatedCluster } from '../cluster-behaviour/simulated-cluster';

/** Kinds of the controller itself, and of the routes that it changes. */
const KINDS: ReadonlySet<string> = new Set([
  'flagger.app',
  ...['VirtualService', 'DestinationRule'].map((kind) => `networking.istio.io/${kind}`),
]);

/** Starts the controller, with the kinds that it looks after. */
export async function startFlagger(cluster: SimulatedCluster, prometheus: string): Promise<void> {
  await installCustomResourceDefinitions(cluster.client, KINDS);
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
