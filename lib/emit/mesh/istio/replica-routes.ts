import { type DeploymentWorkload, meshEdges, type MeshEdge } from '../../../program';
import type { Port } from '../../../values';
import { NO_EJECTION } from './defaults';
import {
  connectionPool,
  lastingPorts,
  policyByPort,
  requestLimit,
  retryBudget,
  type TrafficPolicy,
} from './destination-rule';
import { serviceHost } from './hosts';
import { hasRoutes, routesTo } from './virtual-service';

/** Ports of pods by what the container listens on: of several ports that lead there, the last one. */
function portsOfPods(ports: readonly Port[]): Map<string, Port> {
  return new Map(ports.map((port) => [`${port.targetPort}/${port.protocol.transport}`, port._ofPod()]));
}

/** True where a VirtualService can route requests to single replicas. */
export function hasReplicaRoutes(ports: readonly Port[]): boolean {
  return hasRoutes([...portsOfPods(ports).values()]);
}

/** Ports of single replicas, and the edges to them: the name of a replica leads to its pod, which listens there. */
function atPods({ ports, inbound }: DeploymentWorkload): { ports: Port[]; edges: MeshEdge[] } {
  const targets = portsOfPods(ports);
  const of = (port: Port) => targets.get(`${port.targetPort}/${port.protocol.transport}`)!;
  return { ports: [...targets.values()], edges: meshEdges(inbound).map((edge) => ({ ...edge, port: of(edge.port) })) };
}

/** Routes of callers' proxies to single replicas, as calls state them. */
export function replicaRoutesSpec(facts: DeploymentWorkload, service: string) {
  const { namespace, cluster, settings } = facts;
  const host = serviceHost(service, namespace, cluster);
  return routesTo({
    host,
    destinations: [{ host }],
    ...atPods(facts),
    longestRequest: settings.values.longestRequest,
  });
}

/** Traffic policy for single replicas. Callers choose the replica: no other one takes its requests. */
export function replicaDestinationSpec(facts: DeploymentWorkload, service: string) {
  const { namespace, cluster } = facts;
  const { ports, edges } = atPods(facts);
  const trafficPolicy: TrafficPolicy = {
    ...policyByPort(ports, lastingPorts(ports, edges), (isBounded) => ({
      connectionPool: connectionPool(isBounded ? requestLimit(facts) : undefined),
      outlierDetection: NO_EJECTION,
    })),
    ...retryBudget(edges),
  };
  return { host: serviceHost(service, namespace, cluster), trafficPolicy };
}
