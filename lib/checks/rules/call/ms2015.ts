import { Rule, Severity, shortList } from '../../../errors';
import { type ClusterFacts, holdsMostPublicAddresses } from '../../../values';
import type { PlatformUse } from '../../stack-facts';

/** The address of the API server is not known. */
export const MS2015: Rule<PlatformUse> = {
  code: 'MS2015',
  title: 'the address of the API server is not known',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    "A microservice calls the Kubernetes API, so it may reach every address on the API server's ports. State " +
    '`apiServer` in the facts of the cluster; `kubectl get endpoints kubernetes` shows it. Ranges that hold half of ' +
    'the public addresses, such as `0.0.0.0/0`, name nothing.',
  reads: 'calls of all microservices of the platform to the Kubernetes API, cluster',

  evaluate: ({ microservices, platform: { cluster } }) => {
    const callers = microservices.filter(({ callsKubernetesApi, settings }) => {
      return callsKubernetesApi && settings.values.networkPolicy;
    });
    return callers.length === 0 || isKnown(cluster) || cluster.networkPlugin.isCilium
      ? []
      : [
          {
            message: 'the address of the API server is not known',
            given:
              `callsKubernetesApi of ${shortList(callers.map(({ name }) => name))} opens ${opened(cluster)} on ports ` +
              cluster.apiServerPorts.join(' and '),
            allowed: "the API server's own address",
            fix: 'state apiServer in the facts of the cluster (`kubectl get endpoints kubernetes` shows it)',
          },
        ];
  },
};

function isKnown({ apiServer }: ClusterFacts): boolean {
  return apiServer.length > 0 && !holdsMostPublicAddresses(rangesOf(apiServer));
}

function opened({ apiServer }: ClusterFacts): string {
  return apiServer.length === 0 ? 'every address' : shortList(rangesOf(apiServer));
}

function rangesOf(peers: ClusterFacts['apiServer']): string[] {
  return peers.flatMap(({ range }) => range ?? []);
}
