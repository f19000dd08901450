import type { DeploymentWorkload } from '../../../program';
import type { Rule } from '../../rule';

/** Microservices that talk to the API server reach it and nothing else. */
export const kubernetesApi: Rule<DeploymentWorkload> = ({ callsKubernetesApi, cluster, settings }) =>
  !callsKubernetesApi || cluster.apiServer.length > 0 || !settings.values.networkPolicy
    ? []
    : [
        {
          code: 'MS2015',
          message: 'the address of the API server is not known',
          given: `callsKubernetesApi opens every address on ports ${cluster.apiServerPorts.join(' and ')}`,
          allowed: "the API server's own address",
          fix: 'state apiServer in the facts of the cluster (`kubectl get endpoints kubernetes` shows it)',
        },
      ];
