import { expectFields, isHostWithin, notModelled } from './matching';
import { matchesRequest, mayMatch } from './route-match';
import { portOf, MeshService } from './services';
import { protocolOf } from './protocol';
import type { Scope } from './scope';
import { MeshObject, System, title } from './system';
import { Destination, destinationOf, fullHost } from './virtual-services';
import type { Workload } from './workloads';

/** Request as the caller's proxy sees it. */
export interface Asked {
  readonly port: number;
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** Route of a request: straight to the named Service, by a VirtualService, or 404. */
export type Routing =
  | { readonly by: 'default' }
  | { readonly by: 'nothing' }
  | { readonly by: 'route'; readonly http: any; readonly virtualService: MeshObject };

/** The first route that fits; one that is not for the caller or port at all does not count as one. */
export function routing(system: System, scope: Scope, caller: Workload, service: MeshService, asked: Asked): Routing {
  const virtualService = virtualServiceOf(system, scope, service);
  if (virtualService === undefined) return { by: 'default' };
  const { spec } = virtualService;
  const protocol =
    protocolOf(portOf(service, asked.port)) ??
    notModelled(`port ${asked.port} of ${service.host} without a protocol, and ${title(virtualService)}`);
  if (spec.tcp !== undefined || spec.tls !== undefined) notModelled(`tcp and tls of ${title(virtualService)}`);
  if (protocol === 'TCP') return { by: 'default' };
  const where = title(virtualService);
  const routes = ((spec.http ?? []) as any[]).flatMap((http) =>
    (http.match ?? []).length === 0 ? [{ http, match: {} }] : http.match.map((match: any) => ({ http, match })),
  );
  const theirs = routes.filter(({ match }) => mayMatch(match, caller, asked.port, where));
  // Observed: without any route for a caller, it keeps the default one.
  if (theirs.length === 0) return { by: 'default' };
  const found = theirs.find(({ match }) => matchesRequest(match, asked, where));
  return found === undefined ? { by: 'nothing' } : { by: 'route', http: found.http, virtualService };
}

/** A destination, and how many of 100 requests it gets. */
export interface WeightedDestination extends Destination {
  readonly weight: number;
}

/** Destinations of a route, each with a share. Their ports may differ from the requested one. */
export function shares(
  { http, virtualService }: { readonly http: any; readonly virtualService: MeshObject },
  system: System,
): WeightedDestination[] {
  for (const field of ['delegate', 'redirect', 'directResponse'])
    if (http[field] !== undefined) notModelled(`${field} of ${title(virtualService)}`);
  if (http.rewrite !== undefined)
    expectFields(http.rewrite, ['authority'], `the rewritten request of ${title(virtualService)}`);
  const changed = [http, ...(http.route ?? [])].flatMap((each) =>
    Object.entries(each.headers?.request ?? {}).flatMap(([, names]) =>
      Array.isArray(names) ? names : Object.keys(names as object),
    ),
  );
  if (changed.some((name: string) => name.startsWith(':') || name.toLowerCase() === 'host'))
    notModelled(`the changed host of ${title(virtualService)}`);
  const stated: any[] = http.route ?? [];
  const weighted = stated.length === 1 ? stated : stated.filter(({ weight = 0 }) => weight > 0);
  if (weighted.length === 0)
    throw new Error(`${title(virtualService)} has a route with weights of 0 only, which Envoy refuses`);
  // The weight of the only one does not count.
  return weighted.map(({ destination, weight = 0 }) => ({
    ...destinationOf(destination, virtualService, system),
    weight: stated.length === 1 ? 100 : weight,
  }));
}

function virtualServiceOf(system: System, scope: Scope, service: MeshService): MeshObject | undefined {
  const of = (fits: (host: string) => boolean) =>
    scope.virtualServices.filter((each) =>
      (each.spec.hosts as string[]).some((host) => fits(fullHost(host, each, system))),
    );
  const exact = of((host) => host === service.host);
  const found = exact.length > 0 ? exact : of((host) => isHostWithin(service.host, host));
  // Which one counts would depend on their age, and the other's routes would be lost.
  if (found.length > 1)
    throw new Error(`${service.host} is routed by ${found.map(title).join(' and ')}: only one of them would count`);
  return found[0];
}
