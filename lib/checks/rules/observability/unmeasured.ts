import type { Detail } from '../../../errors';
import { isSeenByMesh, metricsPorts, DeploymentWorkload } from '../../../program';
import { MetricSource, Objective, tellsApart } from '../../../values';

/** The reason why no series measures an objective; undefined where one does. */
export function unmeasured(
  facts: DeploymentWorkload,
  { source, route, thresholdMillis }: Objective,
): Omit<Detail, 'message'> | undefined {
  const { mesh, requestMetrics, ports } = facts;
  const seen = isSeenByMesh(facts);
  if (seen && source !== MetricSource.APPLICATION) return undefined;
  if (!seen && mesh.series !== undefined && (requestMetrics === undefined || source === MetricSource.MESH))
    return {
      given: 'nobody sends it requests of HTTP or gRPC, so no proxy sees one',
      allowed: 'microservices that are called or exposed, or requestMetrics',
      fix: 'state who calls it, or its own metrics of its requests',
    };
  if (source === MetricSource.MESH)
    return {
      given: 'its source is the mesh, and no mesh reports requests',
      allowed: 'platforms with a mesh',
      fix: 'leave the source out, and state requestMetrics',
    };
  if (requestMetrics === undefined)
    return {
      given: 'no mesh reports requests, and requestMetrics are not stated',
      allowed: 'a platform with a mesh, or requestMetrics',
      fix: "state the application's own metrics of its requests",
    };
  if (metricsPorts(ports).length === 0)
    return {
      given: 'requestMetrics are stated, and no port serves metrics',
      allowed: 'a port with servesMetrics: true',
      fix: 'state which port serves them',
    };
  if (route !== undefined && !tellsApart(requestMetrics, route))
    return {
      given: `requestMetrics have no label for the methods or paths of ${route.name}`,
      allowed: 'metrics with methodLabel and pathLabel',
      fix: 'state the labels that hold them',
    };
  return thresholdMillis !== undefined && requestMetrics.duration === undefined
    ? {
        given: 'requestMetrics have no histogram of durations',
        allowed: 'metrics with a duration',
        fix: 'state the histogram',
      }
    : undefined;
}
