import type { Detail } from '../../../errors';
import { DeploymentWorkload, requestPorts } from '../../../program';
import { isRequestMethod, ObjectiveRoute, Protocol, repeated, REQUEST_METHODS } from '../../../values';
import { isGrpcService, pathFault } from '../path-fault';

/** Routes of objectives whose requests no series can tell from others. */
export function invalidRoutes({
  name,
  objectives,
  ports,
}: Pick<DeploymentWorkload, 'name' | 'objectives' | 'ports'>): Detail[] {
  const routes = distinct(objectives.flatMap(({ route }) => route ?? []));
  if (routes.length === 0) return [];
  const speaksGrpc = new Set(requestPorts(ports).map(({ protocol }) => protocol === Protocol.GRPC));
  return [
    ...routes.flatMap((route) => [
      ...invalidName(route),
      ...invalidMethods(route),
      ...invalidPaths(route),
      ...(speaksGrpc.has(true) ? invalidServices(route) : []),
    ]),
    ...repeated(routes.map((route) => route.name)).map((route) => ({
      message: `the route ${route} stands for two kinds of requests`,
      given: `objectives of ${name} state it with different methods or paths`,
      allowed: 'one name for each route',
      fix: 'give one of them another name',
    })),
    ...(speaksGrpc.size > 1
      ? [
          {
            message: `routes of ${name} may be of HTTP or of gRPC`,
            given: 'it has ports of both',
            allowed: 'routes of microservices that speak one of them',
            fix: 'state objectives of all requests, or serve the two by microservices of their own',
          },
        ]
      : []),
  ];
}

/** Routes with the same name, methods and paths once. */
function distinct(routes: readonly ObjectiveRoute[]): ObjectiveRoute[] {
  const key = ({ name, methods = [], paths = [] }: ObjectiveRoute) =>
    JSON.stringify([name, [...methods].sort(), [...paths].sort()]);
  return [...new Map(routes.map((route) => [key(route), route])).values()];
}

function invalidName({ name, methods = [], paths = [] }: ObjectiveRoute): Detail[] {
  return [
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
      ? []
      : [
          {
            message: `the name of the route ${name} is invalid`,
            given: `it was '${name}'`,
            allowed: 'lower-case letters and digits, with single dashes between',
            fix: 'name it after its requests, as place-order',
          },
        ]),
    ...(methods.length + paths.length > 0
      ? []
      : [
          {
            message: `the route ${name} contains every request`,
            given: `${name} had neither methods nor paths`,
            allowed: 'routes with methods, paths or both',
            fix: 'state its methods or paths, or leave the route out',
          },
        ]),
  ];
}

function invalidMethods({ name, methods = [] }: ObjectiveRoute): Detail[] {
  return methods
    .filter((method) => !isRequestMethod(method))
    .map((method) => ({
      message: `no request has a method of the route ${name}`,
      given: `the method was '${method}'`,
      allowed: REQUEST_METHODS,
      fix: "state a method of HTTP, such as 'GET', or of the gRPC service, such as 'GetCart'",
    }));
}

function invalidPaths({ name, paths = [] }: ObjectiveRoute): Detail[] {
  return paths.flatMap((path) => {
    const fault =
      !path.startsWith('/') || path.slice(0, -1).includes('*')
        ? {
            allowed: 'paths from /, each whole or ending in *',
            fix: 'shorten it to the part before the variable, and a *',
          }
        : pathFault(path);
    return fault === undefined
      ? []
      : [{ message: `no series tells a path of the route ${name}`, given: `the path was '${path}'`, ...fault }];
  });
}

function invalidServices({ name, paths = [] }: ObjectiveRoute): Detail[] {
  return paths
    .filter((path) => !isGrpcService(path))
    .map((path) => ({
      message: `a path of the route ${name} is no service of gRPC`,
      given: `the path was '${path}'`,
      allowed: 'services as /package.Service',
      fix: 'state the service, and its methods as methods',
    }));
}
