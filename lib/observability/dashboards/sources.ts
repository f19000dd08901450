import { exposedPorts } from '../../kubernetes';
import { Call, MeshSeries, MetricSource, metricsPorts, MicroserviceFacts, Objective, portOf, RequestSeries, requestSeries } from '../../model';

/** What says how requests to a microservice went: the mesh where it sees any, else the application; none where nothing does. */
export function seenRequests(facts: MicroserviceFacts): RequestSeries | undefined {
  return meshInbound(facts)?.inbound ?? (servesMetrics(facts) ? requestSeries(facts, { source: MetricSource.APPLICATION }) : undefined);
}

/** What the mesh says of a microservice that takes requests: of connections it counts no requests. */
export function meshInbound(facts: MicroserviceFacts): MeshSeries | undefined {
  const takes = facts.inbound.some(hasRequests) || exposedPorts(facts).some(({ protocol }) => protocol.hasRequests);
  return facts.monitoring.scrapes && takes ? facts.mesh.series : undefined;
}

/** What the mesh says of a microservice that makes requests. */
export function meshOutbound(facts: MicroserviceFacts): MeshSeries | undefined {
  return facts.monitoring.scrapes && facts.outbound.some(hasRequests) ? facts.mesh.series : undefined;
}

/** The objectives of which something is recorded: rules are evaluated, and what they read is emitted. */
export function recordedObjectives(facts: MicroserviceFacts): Objective[] {
  if (!facts.monitoring.evaluatesRules) return [];
  return facts.objectives.filter((objective) => {
    const byMesh = facts.mesh.series !== undefined && objective.source !== MetricSource.APPLICATION;
    const series = requestSeries(facts, objective);
    return series !== undefined && (byMesh ? meshInbound(facts) !== undefined : servesMetrics(facts)) && (objective.thresholdMillis === undefined || series.duration !== undefined);
  });
}

function servesMetrics({ ports }: MicroserviceFacts): boolean {
  return metricsPorts(ports).length > 0;
}

function hasRequests(call: Call): boolean {
  return portOf(call)?.protocol.hasRequests ?? false;
}
