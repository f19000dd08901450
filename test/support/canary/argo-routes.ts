import { expectFields } from '../decision/matching';
import { changed, Manifest, Objects } from './cluster';

/** Moves the weights of a Rollout's routes, and puts the routes that it manages above them. */
export function routed(
  objects: Objects,
  { metadata: { name, namespace }, spec }: Manifest,
  weight: number,
  managed: readonly any[],
): Objects {
  const { stableService, canaryService, trafficRouting } = spec.strategy.canary;
  expectFields(trafficRouting, ['managedRoutes', 'istio'], `the routing of Rollout ${name}`);
  const {
    istio: { virtualServices, virtualService, ...rest },
    managedRoutes = [],
  } = trafficRouting;
  expectFields(rest, [], `Istio's routes of Rollout ${name}`);
  const order = (managedRoutes as { name: string }[]).map((each) => each.name);
  return ((virtualServices ?? [virtualService]) as any[]).reduce(
    (before: Objects, each) =>
      changed(before, 'VirtualService', { namespace, name: each.name }, ({ http, ...kept }) => {
        const moved = weighted(
          http,
          each.routes,
          { [stableService]: 100 - weight, [canaryService]: weight },
          `VirtualService ${namespace}/${each.name}`,
        );
        const first = moved.find((route) => route.name === each.routes[0]);
        const made = [...managed]
          .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
          .map((asked) => routeFor(asked, first, canaryService));
        return { ...kept, http: [...made, ...moved] };
      }),
    objects,
  );
}

/** The routes of the names that are given, with other weights; the controller refuses what it does not find. */
function weighted(
  http: readonly any[],
  names: readonly string[],
  weights: Readonly<Record<string, number>>,
  where: string,
): any[] {
  for (const name of names)
    if (!http.some((route) => route.name === name)) throw new Error(`HTTP Route '${name}' is not found in ${where}`);
  return http.map((route) => {
    if (!names.includes(route.name)) return route;
    const services = (route.route as any[]).map(({ destination }) => destination.host.split('.')[0]);
    for (const service of Object.keys(weights))
      if (!services.includes(service))
        throw new Error(`${service} is not among the destinations of route ${route.name} of ${where}`);
    return {
      ...route,
      route: route.route.map((each: any, at: number) => ({ ...each, weight: weights[services[at]] ?? 0 })),
    };
  });
}

/** The port comes from the first of the routes that are moved, and so do the destinations of what is copied. */
function routeFor({ kind, name, match, percentage }: any, { route }: any, canaryService: string): any {
  const { port } = route[0].destination;
  const destination = { host: canaryService, ...(port !== undefined && { port }) };
  if (kind === 'header')
    return {
      name,
      match: match.map(({ headerName, headerValue }: any) => ({ headers: { [headerName]: headerValue } })),
      route: [{ weight: 100, destination }],
    };
  const matches = match.map(({ path, method, headers }: any) => ({
    ...(path && { uri: path }),
    ...(method && { method }),
    ...(headers && { headers }),
  }));
  return { name, match: matches, route, mirror: destination, mirrorPercentage: { value: percentage ?? 100 } };
}
