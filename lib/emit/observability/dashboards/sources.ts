import { isSeenByMesh, DeploymentWorkload, requestSeries } from '../../../program';
import { MeshSeries, Objective } from '../../../values';

/** Mesh series of a microservice's inbound requests. The mesh counts no requests on plain connections. */
export function meshInbound(facts: DeploymentWorkload): MeshSeries | undefined {
  return facts.monitoring.scrapes && isSeenByMesh(facts) ? facts.mesh.series : undefined;
}

/** Mesh series of a microservice's outbound requests. */
export function meshOutbound(facts: DeploymentWorkload): MeshSeries | undefined {
  return facts.monitoring.scrapes && facts.outbound.some((call) => call.requests !== undefined)
    ? facts.mesh.series
    : undefined;
}

/** Objectives with recorded series: rules are evaluated, and the series that they read exist. */
export function recordedObjectives(facts: DeploymentWorkload): Objective[] {
  if (!facts.monitoring.evaluatesRules) return [];
  return facts.objectives.filter((objective) => {
    const series = requestSeries(facts, objective);
    return series !== undefined && (objective.thresholdMillis === undefined || series.duration !== undefined);
  });
}
