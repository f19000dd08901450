import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import {
  byPath,
  bySpecificity,
  type DeploymentWorkload,
  type ExposedEdge,
  exposedEdges,
  isLimited,
  policyKey,
  type Requests,
} from '../../../program';
import { type Port, re2Literal } from '../../../values';
import { throughActivatorFromGateway } from './activator-routes';
import { destinationsOf } from './destinations';
import { gatewaysOf, hostName, servedHosts } from './gateway';
import { httpRoute, type Match, requestMatch } from './http-route';
import type { IstioIngressGateway } from './ingress-gateway';
import type { HttpRoute } from './policies';
import { delegating } from './version-routes';
import { unlikeNames } from './virtual-service';

type Spec = NonNullable<IVirtualService['spec']>;

/** Requests that share a route. */
interface Routed {
  readonly edge: ExposedEdge;
  readonly requests: Requests[];
}

/** Routes of an ingress gateway to a microservice. */
export function gatewayRoutesSpec(facts: DeploymentWorkload, gateway: IstioIngressGateway): Spec {
  const edges = exposedEdges(facts);
  const hosts = servedHosts(facts);
  // Plain HTTP of these hosts goes to the routes that redirect it.
  const encrypted = new Set(hosts.filter((each) => gateway.acmeChallenges && each.redirects).map(({ host }) => host));
  const groups = hosts.map(({ host }) => routedRequests(edges.filter((edge) => edge.host === host)));
  const alike = new Set(groups.map(keyOf)).size === 1 && [0, hosts.length].includes(encrypted.size);
  const http = alike
    ? routes(facts, groups[0]!, 'default', encrypted.size > 0 ? { port: gateway.httpsPort } : undefined)
    : hosts.flatMap(({ host }, at) =>
        routes(facts, groups[at]!, hostName(host), {
          authority: { regex: authority(host) },
          ...(encrypted.has(host) && { port: gateway.httpsPort }),
        }),
      );
  return delegating(
    throughActivatorFromGateway(
      { hosts: hosts.map(({ host }) => host), gateways: gatewaysOf(facts), http: unlikeNames(http) },
      facts,
    ),
    facts,
  );
}

/**
 * Routes that send plain HTTP to HTTPS. They match every request, and Istio puts such routes after all others of a
 * host: those that an issuer of certificates adds for its challenges come first.
 */
export function redirectRoutesSpec(facts: DeploymentWorkload, { httpPort }: IstioIngressGateway): Spec {
  return {
    hosts: servedHosts(facts)
      .filter(({ redirects }) => redirects)
      .map(({ host }) => host),
    gateways: gatewaysOf(facts).slice(0, 1),
    http: [{ name: 'https', match: [{ port: httpPort }], redirect: { scheme: 'https', redirectCode: 301 } }],
  };
}

/** Ports that the gateway sends requests to. */
export function gatewayPorts(facts: Pick<DeploymentWorkload, 'exposures' | 'ports' | 'endpoint'>): Port[] {
  return exposedEdges(facts).map(({ port }) => port);
}

/** Requests to one host by route, the narrower first. Neighbours of one port and one policy share a route. */
function routedRequests(edges: readonly ExposedEdge[]): Routed[] {
  const all = edges
    .flatMap((edge) => byPath(edge.requests).map((requests) => ({ edge, requests })))
    .sort((a, b) => bySpecificity(a.requests, b.requests));
  const routed: Routed[] = [];
  for (const { edge, requests } of all) {
    const last = routed.at(-1);
    if (last !== undefined && treatment(last.edge) === treatment(edge)) last.requests.push(requests);
    else routed.push({ edge, requests: [requests] });
  }
  return routed;
}

function routes(facts: DeploymentWorkload, group: readonly Routed[], name: string, common: Match = {}): HttpRoute[] {
  return group.map(({ edge: { port, policy }, requests }) => {
    // One that stands for all requests makes the others superfluous.
    const matched = requests.every(isLimited)
      ? requests.map((each) => ({ ...common, ...requestMatch(each) }))
      : [common];
    return httpRoute({
      name,
      destinations: destinationsOf(facts),
      port,
      policy,
      ...(matched.some((match) => Object.keys(match).length > 0) && { match: matched }),
    });
  });
}

function keyOf(group: readonly Routed[]): string {
  return JSON.stringify(group.map(({ edge, requests }) => [treatment(edge), requests]));
}

function treatment({ port, policy }: ExposedEdge): string {
  return JSON.stringify([port.number, policyKey(policy)]);
}

/** Host with the port that clients may add to it. */
function authority(host: string): string {
  return `${host.split('*').map(re2Literal).join('.+')}(:[0-9]+)?`;
}
