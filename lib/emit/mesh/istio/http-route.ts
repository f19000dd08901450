import { endpointLabels } from '../../kubernetes';
import type { EdgePolicy, MeshEdge, Requests } from '../../../program';
import { type Port, re2AnyOf, re2Literal } from '../../../values';
import { type HttpRoute, routePolicy } from './policies';

/** Match of a route. */
export type Match = NonNullable<HttpRoute['match']>[number];

/** Destination of requests. */
export interface Destination {
  readonly host: string;
  /** Percent of the requests. Undefined for a single destination. */
  readonly weight?: number;
}

/** Match, destinations and policy of a route. */
export interface RouteOptions {
  readonly name: string;
  readonly destinations: readonly Destination[];
  readonly port: Port;
  readonly policy: EdgePolicy;
  readonly match?: readonly Match[];
}

/** Route with every policy written out: without them Istio retries twice and never times out. */
export function httpRoute({ name, destinations, port, policy, match }: RouteOptions): HttpRoute {
  return {
    name,
    ...(match !== undefined && { match: [...match] }),
    route: destinations.map(({ host, weight }) => ({
      destination: { host, port: { number: port.number } },
      ...(weight !== undefined && { weight }),
    })),
    ...routePolicy(policy, port),
  };
}

/** Matches the requests of an edge in the caller's proxy. */
export function matchOf({ caller, port }: MeshEdge, requests: Requests, namePort: boolean): Match {
  return {
    sourceLabels: endpointLabels(caller),
    sourceNamespace: caller.workload.namespace,
    ...(namePort && { port: port.number }),
    ...requestMatch(requests),
  };
}

/** Matches requests of one path at most. */
export function requestMatch({ methods, paths: [path] = [] }: Requests): Match {
  return {
    ...(methods !== undefined && {
      method: methods.length === 1 ? { exact: methods[0]! } : { regex: re2AnyOf(methods) },
    }),
    ...(path !== undefined && { uri: uriMatch(path) }),
  };
}

/** Paths as policies state them: exact, or with a `*` at either end. */
function uriMatch(path: string): NonNullable<Match['uri']> {
  if (path.startsWith('*')) return { regex: `.*${re2Literal(path.slice(1))}` };
  return path.endsWith('*') ? { prefix: path.slice(0, -1) } : { exact: path };
}
