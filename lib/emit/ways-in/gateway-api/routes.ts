import {
  byPath,
  bySpecificity,
  type DeploymentWorkload,
  type EdgePolicy,
  type ExposedEdge,
  exposedEdges,
  isLimited,
  policyKey,
  type Requests,
} from '../../../program';
import { type Port, Protocol } from '../../../values';
import { type GatewayApiFacts, SINCE } from './facts';
import type { ExposedPort } from '../exposed';
import { parentsOf } from './listeners';
import type { BackendRef, ConnectionRouteSpec, GrpcRouteMatch, GrpcRouteSpec, HttpRouteMatch } from './types';
import type { HttpRouteSpec, RouteFilter } from './types';

/** Route of the requests for one host to the ports of HTTP. */
export function httpRouteSpec(facts: DeploymentWorkload, host: string, api: GatewayApiFacts): HttpRouteSpec {
  const edges = edgesOf(facts, host, false);
  return {
    parentRefs: parentsOf(edges[0]!, api, facts).served,
    ...hostnames(host),
    rules: grouped(edges).map(({ edge: { port, policy }, requests }) => ({
      ...(requests.every(isLimited) && { matches: requests.flatMap(httpMatches) }),
      ...filters(policy),
      backendRefs: [backendOf(facts, port)],
      timeouts: { request: duration(policy.timeout) },
      // Istio retries twice where a route says nothing.
      ...(api.version.atLeast(SINCE.retry) && { retry: { attempts: 0 } }),
    })),
  };
}

/** Route that sends plain HTTP of a host to HTTPS. */
export function redirectSpec(facts: DeploymentWorkload, host: string, api: GatewayApiFacts): HttpRouteSpec {
  const [edge] = exposedEdges(facts).filter((each) => each.host === host);
  return {
    parentRefs: parentsOf(edge!, api, facts).redirected,
    ...hostnames(host),
    rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
  };
}

/** Route of the requests for one host to the ports of gRPC. */
export function grpcRouteSpec(facts: DeploymentWorkload, host: string, api: GatewayApiFacts): GrpcRouteSpec {
  const edges = edgesOf(facts, host, true);
  return {
    parentRefs: parentsOf(edges[0]!, api, facts).served,
    ...hostnames(host),
    rules: grouped(edges).map(({ edge: { port, policy }, requests }) => ({
      ...(requests.every(isLimited) && { matches: requests.flatMap(grpcMatches) }),
      ...filters(policy),
      backendRefs: [backendOf(facts, port)],
    })),
  };
}

/** Route of connections to a port of bytes; those of TLS by the host that they name. */
export function connectionRouteSpec(
  facts: DeploymentWorkload,
  exposed: ExposedPort,
  api: GatewayApiFacts,
): ConnectionRouteSpec {
  const { exposure, port } = exposed;
  return {
    parentRefs: parentsOf(exposed, api, facts).served,
    ...(port.protocol === Protocol.TLS && hostnames(exposure.host ?? '*')),
    rules: [{ backendRefs: [backendOf(facts, port)] }],
  };
}

function edgesOf(facts: DeploymentWorkload, host: string, isGrpc: boolean): ExposedEdge[] {
  return exposedEdges(facts).filter((edge) => edge.host === host && (edge.port.protocol === Protocol.GRPC) === isGrpc);
}

/** Requests by rule, the narrower first: those of one port and one policy share a rule. */
function grouped(edges: readonly ExposedEdge[]): { readonly edge: ExposedEdge; readonly requests: Requests[] }[] {
  const groups = new Map<string, { readonly edge: ExposedEdge; readonly requests: Requests[] }>();
  const all = edges
    .flatMap((edge) => byPath(edge.requests).map((requests) => ({ edge, requests })))
    .sort((a, b) => bySpecificity(a.requests, b.requests));
  for (const { edge, requests } of all) {
    const key = JSON.stringify([edge.port.number, policyKey(edge.policy)]);
    const group = groups.get(key) ?? { edge, requests: [] };
    group.requests.push(requests);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function hostnames(host: string): { readonly hostnames?: readonly string[] } {
  return host === '*' ? {} : { hostnames: [host] };
}

/** A match of a route has one method. */
function httpMatches({ methods = [], paths: [path] = [] }: Requests): HttpRouteMatch[] {
  const matched = path === undefined ? {} : { path: pathMatch(path) };
  return methods.length === 0 ? [matched] : methods.map((method) => ({ ...matched, method }));
}

/** Prefixes are whole elements of a path: `/api/*` is below `/api`. */
function pathMatch(path: string): NonNullable<HttpRouteMatch['path']> {
  return path.endsWith('*')
    ? { type: 'PathPrefix', value: path.slice(0, -1).replace(/(.)\/$/, '$1') }
    : { type: 'Exact', value: path };
}

function grpcMatches({ paths: [path] = [] }: Requests): GrpcRouteMatch[] {
  const [method, service] = (path ?? '').split('/').reverse();
  const stated = (text: string | undefined) => text !== undefined && text !== '' && text !== '*';
  return [
    {
      method: {
        type: 'Exact',
        ...(stated(service) && { service: service! }),
        ...(stated(method) && { method: method! }),
      },
    },
  ];
}

function filters({ headers }: EdgePolicy): { readonly filters?: RouteFilter[] } {
  if (headers === undefined) return {};
  const set = Object.entries(headers.set).map(([name, value]) => ({ name, value }));
  return {
    filters: [
      {
        type: 'RequestHeaderModifier',
        requestHeaderModifier: {
          ...(set.length > 0 && { set }),
          ...(headers.remove.length > 0 && { remove: headers.remove }),
        },
      },
    ],
  };
}

/** Service of all pods, or of those of the stable version: its delivery changes no route of a Gateway. */
function backendOf({ name, delivery: { versions } }: DeploymentWorkload, { number }: Port): BackendRef {
  return { name: versions?.stable ?? name, port: number };
}

/** Duration of at most five digits a unit: https://gateway-api.sigs.k8s.io/geps/gep-2257/. A stream has no end. */
function duration(millis: number | undefined): string {
  if (millis === undefined) return '0s';
  const [seconds, rest] = [Math.floor(millis / 1000), millis % 1000];
  return `${seconds > 0 ? `${seconds}s` : ''}${rest > 0 ? `${rest}ms` : ''}` || '0s';
}
