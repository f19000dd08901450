import type { ScrapeEndpoint } from '../monitoring';
import { callablePorts, type Port, type ScrapeProtocol } from '../../values';

/** Ports that serve metrics, each container port once. */
export function metricsPorts(ports: readonly Port[]): Port[] {
  const serving = ports.filter(({ servesMetrics, protocol }) => servesMetrics && protocol.transport === 'TCP');
  return serving.filter(({ targetPort }, at) => serving.findIndex((other) => other.targetPort === targetPort) === at);
}

/** Fallbacks for the protocol of metrics that the ports state, each once. */
export function fallbackScrapeProtocols(ports: readonly Port[]): ScrapeProtocol[] {
  return [...new Set(metricsPorts(ports).flatMap(({ fallbackScrapeProtocol: stated }) => (stated ? [stated] : [])))];
}

/** The endpoints of an application's own ports. */
export function portEndpoints(ports: readonly Port[], mutualTls: boolean): ScrapeEndpoint[] {
  return metricsPorts(ports).map(({ targetPort, metricsPath }) => ({
    // Of several ports of the Service that lead to one of the container, the container's has the name of the first.
    port: targetPort,
    portName: ports.find((port) => port.targetPort === targetPort && port.protocol.transport === 'TCP')!.name,
    path: metricsPath,
    mutualTls,
  }));
}

/**
 * Ports on which a microservice answers requests: those that serve metrics are for scrapers, where there are others.
 */
export function requestPorts(ports: readonly Port[]): Port[] {
  return [...callablePorts(ports.filter(({ protocol }) => protocol.hasRequests))];
}
