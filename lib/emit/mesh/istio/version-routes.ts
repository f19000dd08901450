import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import type { DeploymentWorkload } from '../../../program';
import type { Port } from '../../../values';
import { destinationsOf } from './destinations';
import type { HttpRoute } from './policies';

type Spec = NonNullable<IVirtualService['spec']>;
type NamedFacts = Pick<DeploymentWorkload, 'name' | 'ports'>;

/** Name of the route to both versions. */
const ROUTE = 'default';

/**
 * True where a controller adds routes of its own. They stand in the VirtualService that the others delegate to, and get
 * the same policy.
 */
export function hasVersionRoutes({
  delivery: { versions, ownsRoutes, addsRoutes },
}: Pick<DeploymentWorkload, 'delivery'>): boolean {
  return versions !== undefined && !ownsRoutes && addsRoutes === true;
}

/** Name of the VirtualService that leads requests of a port to both versions. */
export function versionRoutesName({ name, ports }: NamedFacts, { number }: Port): string {
  return ports.filter(({ protocol }) => protocol.hasRequests).length === 1
    ? `${name}-versions`
    : `${name}-versions-${number}`;
}

/** Route to both versions for VirtualServices that delegate to it. Timeout and retries come from them. */
export function versionRoutesSpec(facts: DeploymentWorkload, { number }: Port): Spec {
  return {
    http: [
      {
        name: ROUTE,
        route: destinationsOf(facts).map(({ host, weight }) => ({
          destination: { host, port: { number } },
          weight: weight!,
        })),
      },
    ],
  };
}

/** The routes to both versions of several ports, by their VirtualServices. */
export function versionRoutes(
  facts: NamedFacts,
  ports: readonly Port[],
): { readonly virtualService: string; readonly routes: string[] }[] {
  return [...new Set(ports)]
    .sort((a, b) => a.number - b.number)
    .map((port) => ({ virtualService: versionRoutesName(facts, port), routes: [ROUTE] }));
}

/** Routes with the policies of calls, which leave the destinations to the routes to versions. */
export function delegating(spec: Spec, facts: DeploymentWorkload): Spec {
  return hasVersionRoutes(facts) ? { ...spec, http: (spec.http ?? []).map((route) => delegated(route, facts)) } : spec;
}

function delegated(stated: HttpRoute, facts: DeploymentWorkload): HttpRoute {
  const { name, match, route, ...treatment } = stated;
  const port = facts.ports.find(({ number }) => number === route?.[0]?.destination.port?.number);
  // The activator takes them first, on a port of its own.
  if (port === undefined) return stated;
  return {
    ...(name !== undefined && { name }),
    // Istio ignores a delegate route with a match, such as a header, under a root route with a source namespace.
    ...(match !== undefined && { match: match.map(({ sourceNamespace, ...rest }) => rest) }),
    delegate: { name: versionRoutesName(facts, port) },
    ...treatment,
  };
}
