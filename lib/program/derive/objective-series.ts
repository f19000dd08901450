import { portOf } from '../call';
import { MetricSource, Objective, RequestSeries, applicationSeries, exposedNumber, narrowed } from '../../values';
import type { DeploymentWorkload } from '../workload';
import { metricsPorts } from './scrape-endpoints';

/**
 * The series that say how the requests of a microservice went, or those that an objective is about; none where nothing
 * says it.
 */
export function requestSeries(
  facts: DeploymentWorkload,
  { source, route }: Pick<Objective, 'source' | 'route'> = {},
): RequestSeries | undefined {
  const { monitoring, mesh, requestMetrics, ports } = facts;
  if (!monitoring.scrapes) return undefined;
  if (isSeenByMesh(facts) && source !== MetricSource.APPLICATION) {
    const { inbound, served, routeLabel } = mesh.series!;
    return route === undefined ? inbound : narrowed(served, [{ label: routeLabel, operator: '=', value: route.name }]);
  }
  if (requestMetrics === undefined || metricsPorts(ports).length === 0 || source === MetricSource.MESH)
    return undefined;
  return applicationSeries(requestMetrics, targetMatchers(facts), route);
}

/** True where proxies of the mesh count requests to a microservice: a call or exposure leads requests to it. */
export function isSeenByMesh({
  mesh,
  inbound,
  exposures,
  ports,
}: Pick<DeploymentWorkload, 'mesh' | 'inbound' | 'exposures' | 'ports'>): boolean {
  const exposed = exposures.map((exposure) => ports.find(({ number }) => number === exposedNumber(exposure, ports)));
  return mesh.series !== undefined && [...inbound.map(portOf), ...exposed].some((port) => port?.protocol.hasRequests);
}

/** Routes that the mesh has to tell from other requests, each name once. */
export function meshRoutes({ objectives, monitoring }: Pick<DeploymentWorkload, 'objectives' | 'monitoring'>) {
  const routes = objectives.flatMap(({ route, source }) =>
    route === undefined || source === MetricSource.APPLICATION ? [] : [route],
  );
  return monitoring.scrapes ? [...new Map(routes.map((route) => [route.name, route])).values()] : [];
}

/** Target labels that scrapers add to the metrics of a microservice's pods. */
function targetMatchers({ name, namespace, adopts, monitoring: { targetLabels } }: DeploymentWorkload) {
  return [
    { label: targetLabels.namespace, operator: '=', value: namespace },
    { label: targetLabels.name, operator: '=', value: adopts?.selector?.['app.kubernetes.io/name'] ?? name },
  ] as const;
}
