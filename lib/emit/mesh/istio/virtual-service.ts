import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { CallPolicy, defaultPolicy, MicroserviceFacts, policyOf } from '../../../program';
import { Port } from '../../../values';
import { fromActivator, throughActivator } from './activator-routes';
import { destinationsOf } from './destinations';
import { Destination, HttpRoute, httpRoute, matchOf } from './http-route';
import { InboundCall, inboundCalls } from './inbound';
import { serviceHost } from './hosts';
import { byPath, bySpecificity, isLimited, Operation, operationOf } from './operations';
import { delegating } from './version-routes';

type Spec = NonNullable<IVirtualService['spec']>;

/** How callers' proxies treat requests to a callee. */
export interface RoutedFacts {
  readonly host: string;
  readonly destinations: readonly Destination[];
  readonly ports: readonly Port[];
  readonly calls: readonly InboundCall[];
  /** In seconds, where it is known. */
  readonly longestRequest?: number;
}

/** Whether a VirtualService can act: it knows requests, not bytes. */
export function hasRoutes(ports: readonly Port[]): boolean {
  return ports.some(({ protocol }) => protocol.hasRequests);
}

/** How callers' proxies treat requests to a microservice. */
export function virtualServiceSpec(facts: MicroserviceFacts): Spec {
  const { name, namespace, cluster, ports, settings, party } = facts;
  // As callers see it, who wait for a start too.
  const longestRequest = party.workload?.longestRequest ?? settings.values.longestRequest;
  const { http = [], ...spec } = throughActivator(
    routesTo({
      host: serviceHost(name, namespace, cluster),
      destinations: destinationsOf(facts),
      ports,
      calls: inboundCalls(facts),
      longestRequest,
    }),
    facts,
  );
  return delegating({ ...spec, http: [...fromActivator(facts), ...http] }, facts);
}

/** Timeout and retries of every call; one route where all callers of a port agree. */
export function routesTo({ host, destinations, ports, calls, longestRequest }: RoutedFacts): Spec {
  const routable = ports.filter(({ protocol }) => protocol.hasRequests);
  const called = routable.filter((port) => calls.some((call) => call.port === port));
  return {
    hosts: [host],
    http: unlikeNames(
      called.flatMap((port) =>
        routesOfPort(
          port,
          calls.filter((call) => call.port === port),
          { destinations, longestRequest, alone: routable.length === 1 },
        ),
      ),
    ),
  };
}

interface PortContext {
  readonly destinations: readonly Destination[];
  readonly longestRequest: number | undefined;
  /** Whether no other port of the callee has routes. */
  readonly alone: boolean;
}

function routesOfPort(
  port: Port,
  calls: readonly InboundCall[],
  { destinations, longestRequest, alone }: PortContext,
): HttpRoute[] {
  const groups = grouped(calls);
  const agreed = groups.length === 1 && !isLimited(groups[0]!.operation);
  const rest = httpRoute({
    name: alone ? 'default' : `default-${port.number}`,
    destinations,
    port,
    policy: agreed ? groups[0]!.policy : defaultPolicy(longestRequest),
    ...(!alone && { match: [{ port: port.number }] }),
  });
  if (agreed) return [rest];
  return [
    ...joined(groups).map(({ matched, policy }) =>
      httpRoute({
        name: nameOf(
          matched.map(({ member }) => member),
          alone ? undefined : port,
        ),
        destinations,
        port,
        policy,
        match: matched.map(({ member, operation }) => matchOf(member, operation, !alone)),
      }),
    ),
    rest,
  ];
}

interface Group {
  readonly members: InboundCall[];
  readonly operation: Operation;
  readonly policy: CallPolicy;
}

interface Route {
  readonly policy: CallPolicy;
  readonly matched: { readonly member: InboundCall; readonly operation: Operation }[];
}

/** Calls that make the same requests in the same way share a route. */
function grouped(calls: readonly InboundCall[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [member, operation] of calls.flatMap((call) =>
    byPath(operationOf(call.call)).map((each) => [call, each] as const),
  )) {
    const policy = policyOf(member.call);
    const key = JSON.stringify([
      operation.methods ?? [],
      operation.paths ?? [],
      policy.timeout ?? 0,
      policy.retries,
      policy.perTryTimeout ?? 0,
    ]);
    const group = groups.get(key) ?? { members: [], operation, policy };
    group.members.push(member);
    groups.set(key, group);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ ...group, members: group.members.sort(byCaller) }))
    .sort((a, b) => bySpecificity(a.operation, b.operation));
}

/** Neighbours with the same policy share a route. */
function joined(groups: readonly Group[]): Route[] {
  const routes: Route[] = [];
  for (const { members, operation, policy } of groups) {
    const last = routes.at(-1);
    const matched = members.map((member) => ({ member, operation }));
    if (last !== undefined && isSame(last.policy, policy)) last.matched.push(...matched);
    else routes.push({ policy, matched });
  }
  return routes;
}

function isSame(a: CallPolicy, b: CallPolicy): boolean {
  return a.timeout === b.timeout && a.retries === b.retries && a.perTryTimeout === b.perTryTimeout;
}

function byCaller(a: InboundCall, b: InboundCall): number {
  return a.call.caller.id < b.call.caller.id ? -1 : 1;
}

/** One caller may have several routes. */
function unlikeNames(routes: readonly HttpRoute[]): HttpRoute[] {
  return routes.map((route, at) => {
    const before = routes.slice(0, at).filter(({ name }) => name === route.name).length;
    return before === 0 ? route : { ...route, name: `${route.name}-${before + 1}` };
  });
}

/** Told to operators by proxies' configuration and logs. */
function nameOf(members: readonly InboundCall[], port: Port | undefined): string {
  const callers = [...new Set(members.map(({ call }) => call.caller.name))];
  return `from-${callers.length === 1 ? callers[0]! : `${callers[0]!}-and-${callers.length - 1}-more`}${port === undefined ? '' : `-${port.number}`}`;
}
