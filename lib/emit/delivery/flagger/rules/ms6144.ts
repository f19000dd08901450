import { Rule, Severity } from '../../../../errors';
import { type DeploymentWorkload, isByMesh } from '../../../../program';
import { routedPort } from '../canary-spec';

/** The Services of Flagger serve all ports: the first of HTTP or gRPC, and others as containers state them. */
export const MS6144: Rule<DeploymentWorkload> = {
  code: 'MS6144',
  title: 'Flagger cannot serve these ports',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'Flagger makes the Services of the microservices that it brings out: of the first port of HTTP or gRPC, ' +
    'and of further ones by the ports of containers, over TCP and under the number on which they listen. Its ' +
    'routes name no port.',
  reads: 'ports and exposures of the microservice, mesh',

  evaluate: (facts) => {
    if (!facts.delivery.ownsRoutes) return [];
    const first = routedPort(facts);
    const others = facts.ports.filter((port) => port !== first);
    return [
      ...others
        .filter(({ number, targetPort, protocol }) => number !== targetPort || protocol.transport !== 'TCP')
        .map(({ number, targetPort, protocol }) => ({
          message: `Flagger serves no port ${number}`,
          given: `it leads to ${targetPort} over ${protocol.transport}`,
          allowed: "beside the first port of HTTP or gRPC, ports of TCP that have the container's number",
          fix: 'give the port the number on which the container listens',
        })),
      ...(facts.headless
        ? [
            {
              message: 'Flagger cannot split requests to single pods',
              given: 'headless was true',
              allowed: 'microservices with an address of their own',
              fix: 'leave headless out, or state Rollout.rolling()',
            },
          ]
        : []),
      ...(others.length > 0 && facts.exposures.length > 0 && isByMesh(facts)
        ? [
            {
              message: 'the routes of Flagger name no port for requests from outside',
              given: `it has ${facts.ports.length} ports, and is exposed`,
              allowed: 'exposures of microservices with one port',
              fix: 'serve the rest by another microservice, or choose another delivery on the platform',
            },
          ]
        : []),
    ];
  },
};
