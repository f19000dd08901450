import type { IAuthorizationPolicy } from '@kubernetes-models/istio/security.istio.io/v1/AuthorizationPolicy';
import {
  Activator,
  DeploymentWorkload,
  exposedEdges,
  isLimited,
  meshEdges,
  Requests,
  serviceOf,
  unique,
} from '../../../program';
import { principal } from './authorization-policy';
import { serviceHost } from './hosts';
import type { IstioFacts } from './istio-facts';

type Spec = NonNullable<IAuthorizationPolicy['spec']>;
type Rule = NonNullable<Spec['rules']>[number];
type Stated = NonNullable<NonNullable<Rule['to']>[number]['operation']>;

/**
 * Denies requests to the activator for a microservice that its declared callers do not state. Requests for other
 * microservices on the same activator are not concerned.
 */
export function activatorAuthorizationSpec(facts: DeploymentWorkload, activator: Activator, istio: IstioFacts): Spec {
  const { namespace, cluster } = facts;
  const host = serviceHost(serviceOf(facts), namespace, cluster);
  const requests = { hosts: hostsOf(host), ports: [`${activator.targetPort}`] };
  const callers = operationsByCaller(facts, istio);
  const undeclaredCallers =
    callers.size === 0 ? {} : { from: [{ source: { notPrincipals: [...callers.keys()].sort() } }] };
  return {
    selector: { matchLabels: { ...activator.pods.labels } },
    action: 'DENY',
    rules: [
      { ...undeclaredCallers, to: [{ operation: requests }] },
      ...limits(callers).map(({ principals, others }) => ({
        from: [{ source: { principals } }],
        to: others.map((operation) => ({ operation: { ...operation, ...requests } })),
      })),
    ],
  };
}

/**
 * Host as clients may write it. The activator drops a port at the end, and takes brackets before it for those of IPv6,
 * with any content.
 */
function hostsOf(host: string): string[] {
  return [host, `${host}:*`, `[${host}]:*`];
}

/** Operations of each caller and of the gateway, by its principal. */
function operationsByCaller(
  facts: DeploymentWorkload,
  { trustDomain = '*', ingressGateway }: IstioFacts,
): Map<string, Requests[]> {
  const callers = new Map<string, Requests[]>();
  const add = (account: string, operation: Requests) => {
    const callerPrincipal = principal(account, trustDomain);
    callers.set(callerPrincipal, [...(callers.get(callerPrincipal) ?? []), operation]);
  };
  for (const { caller, requests } of meshEdges(facts.inbound))
    if (requests !== undefined) add(`${caller.workload.namespace}/${caller.workload.serviceAccount}`, requests);
  if (ingressGateway !== undefined)
    for (const { requests } of exposedEdges(facts))
      add(`${ingressGateway.namespace}/${ingressGateway.serviceAccount}`, requests);
  return callers;
}

/** Callers that may send only some requests, grouped by these, with all other requests. */
function limits(
  callers: ReadonlyMap<string, readonly Requests[]>,
): { readonly principals: string[]; readonly others: Stated[] }[] {
  const groups = new Map<string, { readonly principals: string[]; readonly others: Stated[] }>();
  for (const [caller, operations] of [...callers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!operations.every(isLimited)) continue;
    const others = noneOf(operations);
    const key = JSON.stringify(others);
    const group = groups.get(key) ?? { principals: [], others };
    group.principals.push(caller);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Complement of these operations: for each named method all other paths, and all unnamed methods. */
function noneOf(operations: readonly Requests[]): Stated[] {
  const named = unique(operations.flatMap(({ methods = [] }) => methods));
  const ofPaths = new Map<string, Stated & { readonly methods: string[] }>();
  for (const method of named) {
    const paths = pathsOf(operations.filter(({ methods }) => methods === undefined || methods.includes(method)));
    if (paths === undefined) continue;
    const key = JSON.stringify(paths);
    const before = ofPaths.get(key)?.methods ?? [];
    ofPaths.set(key, { methods: [...before, method], notPaths: paths });
  }
  const ofAnyMethod = pathsOf(operations.filter(({ methods }) => methods === undefined))!;
  return [
    ...ofPaths.values(),
    { ...(named.length > 0 && { notMethods: named }), ...(ofAnyMethod.length > 0 && { notPaths: ofAnyMethod }) },
  ];
}

/** Paths of operations. Undefined where one of them allows every path. */
function pathsOf(operations: readonly Requests[]): string[] | undefined {
  return operations.some(({ paths }) => paths === undefined)
    ? undefined
    : unique(operations.flatMap(({ paths = [] }) => paths));
}
