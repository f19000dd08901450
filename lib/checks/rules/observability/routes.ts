import type { Problem } from '../../../errors';
import { DeploymentWorkload, requestPorts } from '../../../program';
import { ObjectiveRoute, Protocol } from '../../../values';
import { repeated, Rule } from '../../rule';

/** Every route of an objective stands for requests that series can tell from others. */
export const routes: Rule<DeploymentWorkload> = ({ name, objectives, ports }) => {
  const stated = objectives.flatMap(({ route }) => route ?? []);
  const kinds = new Map(
    stated.map((route) => [
      JSON.stringify([route.name, [...(route.methods ?? [])].sort(), [...(route.paths ?? [])].sort()]),
      route,
    ]),
  );
  const protocols = requestPorts(ports).map(({ protocol }) => protocol === Protocol.GRPC);
  const twice = repeated([...kinds.values()].map((route) => route.name)).map((route): Problem => ({
    code: 'MS5001',
    message: `the route ${route} stands for two kinds of requests`,
    given: `objectives of ${name} state it with different methods or paths`,
    allowed: 'one name for each route',
    fix: 'name one of them otherwise',
  }));
  const mixed =
    new Set(protocols).size > 1 && kinds.size > 0
      ? [
          {
            code: 'MS5001' as const,
            message: `routes of ${name} may be of HTTP or of gRPC`,
            given: 'it has ports of both',
            allowed: 'routes of microservices that speak one of them',
            fix: 'state objectives of all requests, or serve the two by microservices of their own',
          },
        ]
      : [];
  return [
    ...[...kinds.values()].flatMap((route) => impossibilities(route, protocols.includes(true))),
    ...twice,
    ...mixed,
  ];
};

function impossibilities(route: ObjectiveRoute, isGrpc: boolean): Problem[] {
  const { name, methods = [], paths = [] } = route;
  const problem = (what: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS5001',
    message: `the route ${name} ${what}`,
    given,
    allowed,
    fix,
  });
  return [
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
      ? []
      : [
          problem(
            'has no usable name',
            `it was '${name}'`,
            'lower-case letters and digits, with single dashes between',
            'name it after what the requests are for, as place-order',
          ),
        ]),
    ...(methods.length + paths.length > 0
      ? []
      : [
          problem(
            'is one that every request is of',
            `${name} had neither methods nor paths`,
            'routes with methods, paths or both',
            'say which requests it is about, or leave the route out',
          ),
        ]),
    ...paths
      .filter((path) => !path.startsWith('/') || path.slice(0, -1).includes('*'))
      .map((path) =>
        problem(
          'has a path that no series tells',
          `the path was '${path}'`,
          'paths from /, each whole or ending in *',
          'shorten it to the part before the variable, and a *',
        ),
      ),
    ...(isGrpc
      ? paths
          .filter((path) => !/^\/[\w.]+\/?$/.test(path))
          .map((path) =>
            problem(
              'has a path that is no service of gRPC',
              `the path was '${path}'`,
              'services as /package.Service',
              'state the service, and its methods as methods',
            ),
          )
      : []),
  ];
}
