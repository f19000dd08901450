import { Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { PROXY_PORTS } from '../defaults';

/** No container listens on a port of the proxy. */
export const MS4004: Rule<DeploymentWorkload> = {
  code: 'MS4004',
  title: 'the proxy needs a port that the microservice listens on',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: "Istio's proxy listens on ports of its own in every pod. Choose another port for the container.",
  reads: 'ports of the microservice',

  evaluate: ({ name, ports }) =>
    ports
      .filter(({ targetPort }) => PROXY_PORTS.includes(targetPort))
      .map(({ targetPort }) => ({
        message: `the proxy needs port ${targetPort}`,
        given: `${name} listens on it`,
        allowed: `any port but ${PROXY_PORTS.join(', ')}`,
        fix: 'state another targetPort',
      })),
};
