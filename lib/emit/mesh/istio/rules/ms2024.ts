import type { Detail, Rule } from '../../../../errors';
import { coversHost, type DeploymentWorkload, exposedEdges, unique } from '../../../../program';
import { MS2024 } from '../../rules';
import type { MicroserviceInIstio } from './facts';

/** A microservice exposes each host once for the same requests, and no host below its own wildcard. */
export const MS2024_PORTS: Rule<MicroserviceInIstio> = {
  ...MS2024,

  evaluate: ({ microservice, istio: { ingressGateway } }) =>
    ingressGateway === undefined ? [] : [...same(microservice), ...covered(microservice)],
};

function same(facts: DeploymentWorkload): Detail[] {
  const exposed = exposedEdges(facts).map(({ host, port, requests }) => ({
    ...{ host, port },
    key: JSON.stringify([host, requests]),
  }));
  return exposed
    .filter((each, at) => exposed.slice(0, at).some(({ key, port }) => key === each.key && port !== each.port))
    .map(({ host }) => ({
      message: `the host ${host} is exposed twice`,
      given: `${facts.name} exposes two ports under it`,
      allowed: 'a host, or methods and paths, of its own for each port',
      fix: 'state another host for one of them, or its operation',
    }));
}

/** One VirtualService holds all hosts, and Istio refuses those that a wildcard beside them stands for too. */
function covered(facts: DeploymentWorkload): Detail[] {
  const hosts = unique(exposedEdges(facts).map(({ host }) => host));
  return hosts.flatMap((wildcard) =>
    hosts
      .filter((host) => host !== wildcard && coversHost(wildcard, host))
      .map((host) => ({
        message: `the host ${host} is exposed twice`,
        given: `${facts.name} is exposed under ${wildcard} too`,
        allowed: 'hosts of a microservice that no wildcard of its own covers',
        fix: `leave one of them out`,
      })),
  );
}
