import type { Detail, Rule } from '../../../../errors';
import { type DeploymentWorkload, exposedEdges, unique } from '../../../../program';
import { Protocol } from '../../../../values';
import { exposed } from '../../exposed';
import { MS2054 } from '../../rules/ms2054';
import { requestFaults } from '../../rules/requests';
import type { GatewayApiFacts } from '../facts';
import { gatewayOf, parentsOf } from '../listeners';
import { grpcRouteSpec, httpRouteSpec } from '../routes';

/** A microservice behind a Gateway. */
export interface BehindGateway {
  readonly microservice: DeploymentWorkload;
  readonly api: GatewayApiFacts;
}

/** Room for `-istio`, which Istio appends to the name of a Gateway in those of its Service and its account. */
const LONGEST_GATEWAY = 63 - '-istio'.length;

/** Limits of the definitions: https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule. */
const [MOST_RULES, MOST_MATCHES] = [16, 64];

/** Routes of the Gateway API can carry every exposure. */
export const MS2054_ROUTES: Rule<BehindGateway> = {
  ...MS2054,

  evaluate: ({ microservice, api }) =>
    microservice.exposures.length === 0
      ? []
      : [
          ...requestFaults(microservice),
          ...listeners(microservice, api),
          ...mixed(microservice),
          ...names(microservice, api),
          ...sizes(microservice, api),
          ...filtered(microservice),
        ],
};

function listeners(microservice: DeploymentWorkload, api: GatewayApiFacts): Detail[] {
  return exposed(microservice)
    .filter(({ exposure, port }) => exposure.host !== undefined || !port.protocol.hasRequests)
    .filter((each) => parentsOf(each, api, microservice).served.length === 0)
    .map(({ port: { number, protocol } }) => ({
      message: `the Gateway of the platform has no listener for an exposure of ${microservice.name}`,
      given: `port ${number} speaks ${protocol.name}, and the platform names no listener for it`,
      allowed: 'httpListener or httpsListener for HTTP and gRPC, tlsListener for TLS, listeners for other ports',
      fix: `name it on the platform, as in ${
        protocol.hasRequests
          ? "httpsListener: 'https'"
          : protocol === Protocol.TLS
            ? "tlsListener: 'tls'"
            : `listeners: { ${number}: '${protocol.name}' }`
      }`,
    }));
}

/** A Gateway accepts routes of one kind for a host: https://gateway-api.sigs.k8s.io/api-types/grpcroute/. */
function mixed(microservice: DeploymentWorkload): Detail[] {
  const kinds = new Map<string, Set<string>>();
  for (const { host, port } of exposedEdges(microservice))
    kinds.set(host, (kinds.get(host) ?? new Set()).add(port.protocol === Protocol.GRPC ? 'gRPC' : 'HTTP'));
  return [...kinds]
    .filter(([, its]) => its.size > 1)
    .map(([host]) => ({
      message: `${host} has routes of HTTP and of gRPC`,
      given: `${microservice.name} exposes ports of both under it`,
      allowed: 'one of them for each host: a Gateway accepts routes of one kind',
      fix: 'state another host for the port of gRPC',
    }));
}

function names(microservice: DeploymentWorkload, api: GatewayApiFacts): Detail[] {
  const { name } = gatewayOf(api, microservice);
  return api.gateway !== undefined || name.length <= LONGEST_GATEWAY
    ? []
    : [
        {
          message: `the name of the Gateway of ${microservice.name} is too long`,
          given: `${name} has ${name.length} characters`,
          allowed: `namespace and name of ${LONGEST_GATEWAY - 1} characters together`,
          fix: 'choose a shorter name, or have the platform state a Gateway',
        },
      ];
}

function sizes(microservice: DeploymentWorkload, api: GatewayApiFacts): Detail[] {
  const edges = exposedEdges(microservice);
  return unique(edges.map(({ host }) => host)).flatMap((host) => {
    const ofHost = edges.filter((edge) => edge.host === host);
    return [true, false]
      .filter((isGrpc) => ofHost.some(({ port }) => (port.protocol === Protocol.GRPC) === isGrpc))
      .flatMap((isGrpc) => {
        const { rules } = isGrpc ? grpcRouteSpec(microservice, host, api) : httpRouteSpec(microservice, host, api);
        const matches = Math.max(...rules.map((rule) => (rule.matches ?? []).length));
        return rules.length <= MOST_RULES && matches <= MOST_MATCHES
          ? []
          : [
              {
                message: `the route for ${host} is too long`,
                given: `it had ${rules.length} rules, with up to ${matches} matches`,
                allowed: `${MOST_RULES} rules of ${MOST_MATCHES} matches: methods times paths`,
                fix: 'state paths that hold several, as /api/*, or further hosts',
              },
            ];
      });
  });
}

/** Istio refuses clients by host: below a wildcard, others may be exposed. */
function filtered(microservice: DeploymentWorkload): Detail[] {
  return exposed(microservice)
    .filter(({ exposure: { host, allowedSources } }) => allowedSources.length > 0 && host?.startsWith('*') !== false)
    .map(({ exposure: { host = 'not stated', allowedSources } }) => ({
      message: `the Gateway in front of ${microservice.name} cannot filter clients of every host`,
      given: `allowedSources were ${allowedSources.join(', ')}, the host was ${host}`,
      allowed: 'allowedSources of exposures under a whole host name',
      fix: 'state the host names one by one, each with its allowedSources',
    }));
}
