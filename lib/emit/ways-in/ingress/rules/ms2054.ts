import type { Detail, Rule } from '../../../../errors';
import { type DeploymentWorkload, requestsOf } from '../../../../program';
import { Protocol } from '../../../../values';
import { exposed } from '../../exposed';
import { MS2054 } from '../../rules/ms2054';
import { requestFaults } from '../../rules/requests';
import { ControllerKind, type IngressFacts } from '../facts';

/** A microservice behind an Ingress controller. */
export interface BehindController {
  readonly microservice: DeploymentWorkload;
  readonly controller: IngressFacts;
}

/** Characters of a path that ingress-nginx takes, by its `strict-validate-path-type`. */
const NGINX_PATH = /^\/[A-Za-z0-9._\-/]*$/;

/** Ingresses can carry every exposure. */
export const MS2054_INGRESS: Rule<BehindController> = {
  ...MS2054,

  evaluate: ({ microservice, controller }) => {
    if (microservice.exposures.length === 0) return [];
    return [
      ...requestFaults(microservice),
      ...(controller.kind === ControllerKind.NGINX ? ofNginx(microservice) : ofTraefik(microservice)),
      ...(microservice.headless && controller.serviceAccount !== undefined
        ? [
            {
              message: `${controller.kind} in the mesh cannot reach the headless ${microservice.name}`,
              given: 'headless was true: its Service has no address',
              allowed: 'Services with an address, by which the proxy of the controller knows the microservice',
              fix: 'leave headless out',
            },
          ]
        : []),
    ];
  },
};

function ofNginx(microservice: DeploymentWorkload): Detail[] {
  return exposed(microservice).flatMap(({ exposure: { host, tlsSecret, options = {} }, port }): Detail[] => {
    const paths = (requestsOf(options, port)?.paths ?? []).filter((path) => !NGINX_PATH.test(path.replace(/\*$/, '')));
    return [
      ...(port.protocol === Protocol.GRPC && tlsSecret === undefined
        ? [
            {
              message: `ingress-nginx speaks gRPC over TLS alone, and ${host ?? 'an exposure'} has no certificate`,
              given: `port ${port.number} of ${microservice.name} speaks grpc, without a tlsSecret`,
              allowed: 'exposures of gRPC with a tlsSecret',
              fix: 'state tlsSecret',
            },
          ]
        : []),
      ...(paths.length === 0
        ? []
        : [
            {
              message: `ingress-nginx refuses paths of ${microservice.name}`,
              given: `they were ${paths.join(', ')}`,
              allowed: "letters, digits, '.', '_', '-' and '/'",
              fix: 'state other paths, or one that they are below',
            },
          ]),
    ];
  });
}

/** An annotation of the Service says for all of its ports how Traefik speaks to pods. */
function ofTraefik(microservice: DeploymentWorkload): Detail[] {
  const all = exposed(microservice).filter(({ port }) => port.protocol.hasRequests);
  const plain = all.filter(({ port }) => port.protocol === Protocol.HTTP);
  return plain.length === 0 || plain.length === all.length
    ? []
    : [
        {
          message: `Traefik speaks to all ports of ${microservice.name} alike`,
          given: `it exposes ports of ${[...new Set(all.map(({ port }) => port.protocol.name))].sort().join(' and ')}`,
          allowed: 'exposures of HTTP/1.1, or of HTTP/2 and gRPC',
          fix: 'serve one of them by another microservice, or choose another way in',
        },
      ];
}
