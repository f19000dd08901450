import type { Detail } from '../../../errors';
import { type DeploymentWorkload, requestsOf } from '../../../program';
import { exposed } from '../exposed';

/** Faults of exposures in whatever tells requests apart by host and by whole elements of a path. */
export function requestFaults(microservice: Pick<DeploymentWorkload, 'name' | 'exposures' | 'ports'>): Detail[] {
  const { name } = microservice;
  return exposed(microservice).flatMap(({ exposure: { host, options = {} }, port }): Detail[] => {
    const { methods = [], paths = [] } = options;
    if (!port.protocol.hasRequests)
      return methods.length + paths.length === 0
        ? []
        : [
            {
              message: `an exposure of ${name} limits requests of a port without any`,
              given:
                `port ${port.number} speaks ${port.protocol.name}, and operation named ` +
                [...methods, ...paths].join(', '),
              allowed: 'operation of exposures of HTTP and gRPC',
              fix: 'leave operation out, or expose a port of HTTP or gRPC',
            },
          ];
    const partial = (requestsOf(options, port)?.paths ?? []).filter((path) => !isWhole(path, port.protocol.name));
    return [
      ...(host === undefined
        ? [
            {
              message: `an exposure of ${name} has no host`,
              given: `port ${port.number} speaks ${port.protocol.name}`,
              allowed: 'exposures with a host, or with * for every host',
              fix: "state the host name that clients use, or host: '*'",
            },
          ]
        : []),
      ...(partial.length === 0
        ? []
        : [
            {
              message: `an exposure of ${name} has paths that no route matches`,
              given: `they were ${partial.join(', ')}`,
              allowed: "exact paths, and paths below one, as '/api/*'",
              fix: 'state the paths themselves, or the one that they are below',
            },
          ]),
    ];
  });
}

/** Paths that are exact, or all below one; methods of gRPC that are named, of a service that is named or of all. */
function isWhole(path: string, protocol: string): boolean {
  if (protocol !== 'grpc') return path.startsWith('/') && !path.replace(/\/\*$/, '').includes('*');
  const [method = '', service = ''] = path.split('/').reverse();
  return [method, service].every((part) => part === '*' || !part.includes('*')) && `${method}${service}` !== '**';
}
