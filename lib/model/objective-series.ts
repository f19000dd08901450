import type { MicroserviceFacts } from './microservice';
import { MetricSource, Objective } from './objective';
import { applicationSeries } from './request-metrics';
import { narrowed, RequestSeries } from './request-series';

/** The series that say how the requests of a microservice went, or those that an objective is about; none where nothing says it. */
export function requestSeries(facts: MicroserviceFacts, { source, route }: Pick<Objective, 'source' | 'route'> = {}): RequestSeries | undefined {
  const { monitoring, mesh, requestMetrics } = facts;
  if (!monitoring.scrapes) return undefined;
  if (mesh.series !== undefined && source !== MetricSource.APPLICATION) {
    return route === undefined ? mesh.series.inbound : narrowed(mesh.series.served, [{ label: mesh.series.routeLabel, operator: '=', value: route.name }]);
  }
  if (requestMetrics === undefined || source === MetricSource.MESH) return undefined;
  return applicationSeries(requestMetrics, targetMatchers(facts), route);
}

/** Routes that the mesh has to tell from other requests, each name once. */
export function meshRoutes({ objectives, monitoring }: Pick<MicroserviceFacts, 'objectives' | 'monitoring'>) {
  const routes = objectives.flatMap(({ route, source }) => (route === undefined || source === MetricSource.APPLICATION ? [] : [route]));
  return monitoring.scrapes ? [...new Map(routes.map((route) => [route.name, route])).values()] : [];
}

/** Labels that scrapers give to whatever a microservice's pods serve. */
function targetMatchers({ name, namespace, monitoring: { targetLabels } }: MicroserviceFacts) {
  return [{ label: targetLabels.namespace, operator: '=', value: namespace }, { label: targetLabels.name, operator: '=', value: name }] as const;
}
