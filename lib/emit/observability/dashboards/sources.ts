import { isSeenByMesh, DeploymentWorkload, portOf, requestSeries } from '../../../program';
import { MeshSeries, Objective } from '../../../values';

/** What the mesh says of a microservice that takes requests: of connections it counts no requests. */
export function meshInbound(facts: DeploymentWorkload): MeshSeries | undefined {
  return facts.monitoring.scrapes && isSeenByMesh(facts) ? facts.mesh.series : undefined;
}

/** What the mesh says of a microservice that makes requests. */
export function meshOutbound(facts: DeploymentWorkload): MeshSeries | undefined {
  return facts.monitoring.scrapes && facts.outbound.some((call) => portOf(call)?.protocol.hasRequests)
    ? facts.mesh.series
    : undefined;
}

/** The objectives of which something is recorded: rules are evaluated, and what they read is emitted. */
export function recordedObjectives(facts: DeploymentWorkload): Objective[] {
  if (!facts.monitoring.evaluatesRules) return [];
  return facts.objectives.filter((objective) => {
    const series = requestSeries(facts, objective);
    return series !== undefined && (objective.thresholdMillis === undefined || series.duration !== undefined);
  });
}
