import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import { Activator, MicroserviceFacts } from '../../model';
import { principal } from './authorization-policy';
import { serviceHost } from './hosts';
import { inboundCalls } from './inbound';
import type { IstioFacts } from './istio-facts';
import { isLimited, Operation, operationOf } from './operations';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;
type Rule = NonNullable<Spec['rules']>[number];
type Stated = NonNullable<NonNullable<Rule['to']>[number]['operation']>;

/** Who may not send which requests for a microservice to what holds them: it takes requests for others too, of which this says nothing. */
export function activatorAuthorizationSpec(facts: MicroserviceFacts, activator: Activator, istio: IstioFacts): Spec {
  const { name, namespace, cluster } = facts;
  const host = serviceHost(name, namespace, cluster);
  const requests = { hosts: [host, `${host}:*`], ports: [`${activator.targetPort}`] };
  const callers = operationsByCaller(facts, istio);
  const strangers = callers.size === 0 ? {} : { from: [{ source: { notPrincipals: [...callers.keys()].sort() } }] };
  return {
    selector: { matchLabels: { ...activator.pods.labels } },
    action: 'DENY',
    rules: [{ ...strangers, to: [{ operation: requests }] }, ...limits(callers).map(({ principals, others }) => ({
      from: [{ source: { principals } }], to: others.map((operation) => ({ operation: { ...operation, ...requests } })),
    }))],
  };
}

/** What each caller may ask for, by its principal; the gateway may for anything. */
function operationsByCaller(facts: MicroserviceFacts, { trustDomain = '*', ingressGateway }: IstioFacts): Map<string, Operation[]> {
  const callers = new Map<string, Operation[]>();
  const add = (account: string, operation: Operation) => {
    const who = principal(account, trustDomain);
    callers.set(who, [...(callers.get(who) ?? []), operation]);
  };
  for (const { call, caller, port } of inboundCalls(facts)) if (port.protocol.hasRequests) add(`${caller.namespace}/${caller.serviceAccount}`, operationOf(call));
  if (ingressGateway !== undefined && facts.exposures.length > 0) add(`${ingressGateway.namespace}/${ingressGateway.serviceAccount}`, {});
  return callers;
}

/** Callers that may ask for some requests alone, and everything else; those of the same limits together. */
function limits(callers: ReadonlyMap<string, readonly Operation[]>): { readonly principals: string[]; readonly others: Stated[] }[] {
  const groups = new Map<string, { readonly principals: string[]; readonly others: Stated[] }>();
  for (const [who, operations] of [...callers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!operations.every(isLimited)) continue;
    const others = noneOf(byMethods(operations));
    const key = JSON.stringify(others);
    const group = groups.get(key) ?? { principals: [], others };
    group.principals.push(who);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Operations of the same methods as one, of all their paths; one of any path stands for all. */
function byMethods(operations: readonly Operation[]): Operation[] {
  const merged = new Map<string, Operation>();
  for (const { methods, paths } of operations) {
    const key = JSON.stringify(methods ?? []);
    const before = merged.get(key);
    const all = before === undefined ? paths : before.paths === undefined || paths === undefined ? undefined : [...new Set([...before.paths, ...paths])].sort();
    merged.set(key, { ...(methods !== undefined && { methods }), ...(all !== undefined && { paths: all }) });
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, operation]) => operation);
}

/** Requests that none of these operations is: for each of them, another method or another path. */
function noneOf(operations: readonly Operation[]): Stated[] {
  const combined = operations.reduce<readonly Stated[]>((all, { methods, paths }) => all.flatMap(({ notMethods = [], notPaths = [] }) => [
    ...(methods === undefined ? [] : [stated([...notMethods, ...methods], notPaths)]),
    ...(paths === undefined ? [] : [stated(notMethods, [...notPaths, ...paths])]),
  ]), [{}]);
  return [...new Map(combined.map((operation) => [JSON.stringify(operation), operation])).values()];
}

function stated(notMethods: readonly string[], notPaths: readonly string[]): Stated {
  return { ...(notMethods.length > 0 && { notMethods: [...new Set(notMethods)].sort() }), ...(notPaths.length > 0 && { notPaths: [...new Set(notPaths)].sort() }) };
}
