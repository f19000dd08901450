import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';

/** The address of the API server is not known. */
export const MS2015: Rule<DeploymentWorkload> = {
  code: 'MS2015',
  title: 'the address of the API server is not known',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    "A microservice calls the Kubernetes API, so it may reach every address on the API server's ports. State " +
    '`apiServer` in the facts of the cluster; `kubectl get endpoints kubernetes` shows it.',
  reads: 'microservice',

  evaluate: ({ callsKubernetesApi, cluster, settings }) =>
    !callsKubernetesApi ||
    cluster.apiServer.length > 0 ||
    cluster.networkPlugin.isCilium ||
    !settings.values.networkPolicy
      ? []
      : [
          {
            message: 'the address of the API server is not known',
            given: `callsKubernetesApi opens every address on ports ${cluster.apiServerPorts.join(' and ')}`,
            allowed: "the API server's own address",
            fix: 'state apiServer in the facts of the cluster (`kubectl get endpoints kubernetes` shows it)',
          },
        ],
};
