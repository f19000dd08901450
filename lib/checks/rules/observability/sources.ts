import type { Problem } from '../../../errors';
import { isSeenByMesh, metricsPorts, DeploymentWorkload, requestSeries } from '../../../program';
import { MetricSource, Objective, tellsApart } from '../../../values';
import type { Rule } from '../../rule';

/** Every objective has series that measure it, and a threshold is one of their buckets. */
export const sources: Rule<DeploymentWorkload> = (facts) => {
  const { objectives, monitoring, name } = facts;
  if (objectives.length === 0) return [];
  if (!monitoring.evaluatesRules) {
    return [
      {
        code: 'MS5002',
        message: `objectives of ${name} have no effect with ${monitoring.name}`,
        given: `stated: ${objectives.map((objective) => objective.name).join(', ')}`,
        allowed: 'platforms whose monitoring evaluates rules',
        fix: 'state monitoring on the platform, as new PrometheusOperator({ … }), or acknowledge this',
      },
    ];
  }
  return objectives.flatMap((objective) => unmeasured(facts, objective) ?? bucket(facts, objective));
};

function unmeasured(
  facts: DeploymentWorkload,
  { name, source, route, thresholdMillis }: Objective,
): Problem[] | undefined {
  const problem = (given: string, allowed: string, fix: string): Problem[] => [
    { code: 'MS5007', message: `nothing measures the objective ${name} of ${facts.name}`, given, allowed, fix },
  ];
  const { mesh, requestMetrics, ports } = facts;
  const seen = isSeenByMesh(facts);
  if (seen && source !== MetricSource.APPLICATION) return undefined;
  if (!seen && mesh.series !== undefined && (requestMetrics === undefined || source === MetricSource.MESH)) {
    return problem(
      'nobody sends it requests of HTTP or gRPC, so no proxy sees one',
      'microservices that are called or exposed, or requestMetrics',
      'state who calls it, or what its own metrics say of its requests',
    );
  }
  if (source === MetricSource.MESH)
    return problem(
      'its source is the mesh, and no mesh reports requests',
      'platforms with a mesh',
      'leave the source out, and state requestMetrics',
    );
  if (requestMetrics === undefined)
    return problem(
      'no mesh reports requests, and requestMetrics are not stated',
      'a platform with a mesh, or requestMetrics',
      "state what the application's metrics say of its requests",
    );
  if (metricsPorts(ports).length === 0)
    return problem(
      'requestMetrics are stated, and no port serves metrics',
      'a port with servesMetrics: true',
      'say which port serves them',
    );
  if (route !== undefined && !tellsApart(requestMetrics, route))
    return problem(
      `requestMetrics have no label for the methods or paths of ${route.name}`,
      'metrics with methodLabel and pathLabel',
      'state the labels that hold them',
    );
  if (thresholdMillis !== undefined && requestMetrics.duration === undefined)
    return problem('requestMetrics have no histogram of durations', 'metrics with a duration', 'state the histogram');
  return undefined;
}

function bucket(facts: DeploymentWorkload, objective: Objective): Problem[] {
  const bounds = requestSeries(facts, objective)?.duration?.boundsMillis;
  const { thresholdMillis, name } = objective;
  if (thresholdMillis === undefined || bounds === undefined || bounds.includes(thresholdMillis)) return [];
  return [
    {
      code: 'MS5008',
      message: `the threshold of the objective ${name} is no bucket of its histogram`,
      given: `it was ${thresholdMillis} ms`,
      allowed: bounds.map((bound) => `${bound} ms`).join(', '),
      fix: 'state one of these, or the bounds that the histogram really has',
    },
  ];
}
