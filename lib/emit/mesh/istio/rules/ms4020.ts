import { Detail, Rule, Severity } from '../../../../errors';
import { servedHosts } from '../gateway';
import type { MicroserviceInIstio } from './facts';

/** Routes that a delivery controller makes can carry the exposures. */
export const MS4020: Rule<MicroserviceInIstio> = {
  code: 'MS4020',
  title: 'routes of the delivery controller cannot carry an exposure',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Some delivery controllers make the routes of the gateway themselves, for all ports of the gateway and for ' +
    'callers in the mesh at once: they cannot leave plain HTTP to a redirect beside challenges of ACME, and not hold ' +
    'for every host.',
  reads: 'exposures of the microservice, delivery, ingress gateway of the mesh',

  evaluate: ({ microservice, istio: { ingressGateway } }) => {
    const { name, delivery } = microservice;
    if (!delivery.ownsRoutes || ingressGateway === undefined) return [];
    return servedHosts(microservice).flatMap(({ host, redirects }): Detail[] => [
      ...(redirects && ingressGateway.acmeChallenges
        ? [
            {
              message: `routes to ${name} cannot redirect plain HTTP`,
              given:
                `${host} has a tlsSecret, the gateway has acmeChallenges, ` +
                `and ${delivery.provider} makes the routes`,
              allowed: 'httpsRedirect: false, or certificates without challenges by HTTP',
              fix: 'state httpsRedirect: false and have the microservice redirect, or use challenges by DNS',
            },
          ]
        : []),
      ...(host === '*'
        ? [
            {
              message: `routes to ${name} cannot hold for every host`,
              given: `the host was *, and ${delivery.provider} makes the routes, for callers in the mesh too`,
              allowed: 'host names, and wildcards below one such as *.example.com',
              fix: 'state the host names',
            },
          ]
        : []),
    ]);
  },
};
