import { endpointLabels } from '../../kubernetes';
import type { EdgePolicy, MeshEdge, Requests } from '../../../program';
import type { Port } from '../../../values';
import { type HttpRoute, routePolicy } from './policies';

type Match = NonNullable<HttpRoute['match']>[number];

/** A host that requests go to. */
export interface Destination {
  readonly host: string;
  /** Percent of the requests, where there are several. */
  readonly weight?: number;
}

/** Where requests go, and how. */
export interface RouteOptions {
  readonly name: string;
  readonly destinations: readonly Destination[];
  readonly port: Port;
  readonly policy: EdgePolicy;
  readonly match?: readonly Match[];
}

/** A route that says everything: Istio retries twice and waits for ever where nothing is said. */
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

/** Tells the requests of an edge from others, in the caller's proxy. */
export function matchOf(
  { caller, port }: MeshEdge,
  { methods, paths: [path] = [] }: Requests,
  namePort: boolean,
): Match {
  return {
    sourceLabels: endpointLabels(caller),
    sourceNamespace: caller.workload.namespace,
    ...(namePort && { port: port.number }),
    ...(methods !== undefined && {
      method: methods.length === 1 ? { exact: methods[0]! } : { regex: methods.join('|') },
    }),
    ...(path !== undefined && { uri: uriMatch(path) }),
  };
}

/** Paths as policies state them: exact, or with a `*` at either end. */
function uriMatch(path: string): NonNullable<Match['uri']> {
  if (path.startsWith('*')) return { regex: `.*${escape(path.slice(1))}` };
  return path.endsWith('*') ? { prefix: path.slice(0, -1) } : { exact: path };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
