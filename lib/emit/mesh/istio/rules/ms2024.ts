import type { Rule } from '../../../../errors';
import { MS2024 } from '../../rules';
import type { MicroserviceInIstio } from './facts';

/** A microservice exposes each host once. */
export const MS2024_PORTS: Rule<MicroserviceInIstio> = {
  ...MS2024,

  evaluate: ({ microservice: { name, exposures }, istio: { ingressGateway } }) =>
    ingressGateway === undefined
      ? []
      : exposures
          .filter(({ host }, at) => host !== undefined && exposures.findIndex((other) => other.host === host) < at)
          .map(({ host }) => ({
            message: `the host ${host} is exposed twice`,
            given: `${name} exposes two ports under it`,
            allowed: 'a host of its own for each port',
            fix: 'state another host for one of them',
          })),
};
