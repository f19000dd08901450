import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import {
  DeploymentWorkload,
  isOnePolicy,
  MeshEdge,
  meshEdges,
  routeGroups,
  serviceOf,
  unstatedPolicy,
} from '../../../program';
import { Port } from '../../../values';
import { fromActivator, throughActivator } from './activator-routes';
import { destinationsOf } from './destinations';
import { Destination, httpRoute, matchOf } from './http-route';
import { serviceHost } from './hosts';
import type { HttpRoute } from './policies';
import { delegating } from './version-routes';

type Spec = NonNullable<IVirtualService['spec']>;

/** Policy of requests to a callee in callers' proxies. */
export interface RoutedFacts {
  readonly host: string;
  readonly destinations: readonly Destination[];
  readonly ports: readonly Port[];
  readonly edges: readonly MeshEdge[];
  /** In seconds, where it is known. */
  readonly longestRequest?: number;
}

/** True for an edge with requests, which a VirtualService can route; bytes it cannot. */
export function hasRoutes(ports: readonly Port[]): boolean {
  return ports.some(({ protocol }) => protocol.hasRequests);
}

/** Routes of callers' proxies to a microservice. */
export function virtualServiceSpec(facts: DeploymentWorkload): Spec {
  const { namespace, cluster, ports, settings, endpoint } = facts;
  // Longest request as callers see it, with the start of the first replica.
  const longestRequest = endpoint.workload?.longestRequest ?? settings.values.longestRequest;
  const { http = [], ...spec } = throughActivator(
    routesTo({
      host: serviceHost(serviceOf(facts), namespace, cluster),
      destinations: destinationsOf(facts),
      ports,
      edges: meshEdges(facts.inbound),
      longestRequest,
    }),
    facts,
  );
  return delegating({ ...spec, http: [...fromActivator(facts), ...http] }, facts);
}

/** Policies of all edges. One route where all callers of a port have the same policy. */
export function routesTo({ host, destinations, ports, edges, longestRequest }: RoutedFacts): Spec {
  const routable = ports.filter(({ protocol }) => protocol.hasRequests);
  const called = routable.filter((port) => edges.some((edge) => edge.port === port));
  return {
    hosts: [host],
    http: unlikeNames(
      called.flatMap((port) =>
        routesOfPort(
          port,
          edges.filter((edge) => edge.port === port),
          { destinations, longestRequest, alone: routable.length === 1 },
        ),
      ),
    ),
  };
}

interface PortContext {
  readonly destinations: readonly Destination[];
  readonly longestRequest: number | undefined;
  /** True when no other port of the callee has routes. */
  readonly alone: boolean;
}

function routesOfPort(
  port: Port,
  edges: readonly MeshEdge[],
  { destinations, longestRequest, alone }: PortContext,
): HttpRoute[] {
  const groups = routeGroups(edges);
  const agreed = isOnePolicy(groups);
  const rest = httpRoute({
    name: alone ? 'default' : `default-${port.number}`,
    destinations,
    port,
    policy: agreed ? groups[0]!.policy : unstatedPolicy(longestRequest),
    ...(!alone && { match: [{ port: port.number }] }),
  });
  if (agreed) return [rest];
  const stated = groups.map(({ matched, policy }) =>
    httpRoute({
      name: nameOf(
        matched.map(({ edge }) => edge),
        alone ? undefined : port,
      ),
      destinations,
      port,
      policy,
      match: matched.map(({ edge, requests }) => matchOf(edge, requests, !alone)),
    }),
  );
  return [...stated, rest];
}

/** Numbers routes with one name: a caller, or a host of the gateway, may have several. */
export function unlikeNames(routes: readonly HttpRoute[]): HttpRoute[] {
  return routes.map((route, at) => {
    const before = routes.slice(0, at).filter(({ name }) => name === route.name).length;
    return before === 0 ? route : { ...route, name: `${route.name}-${before + 1}` };
  });
}

/** Name of a route, as proxies show it in configuration and logs. */
function nameOf(edges: readonly MeshEdge[], port: Port | undefined): string {
  const [first, ...others] = new Set(edges.map(({ caller }) => caller.name));
  const callers = others.length === 0 ? first! : `${first!}-and-${others.length}-more`;
  return `from-${callers}${port === undefined ? '' : `-${port.number}`}`;
}
