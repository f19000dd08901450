import { exposedNumber, type Exposure, type Port } from '../values';
import type { Call, Endpoint } from './endpoint';
import { type EdgePolicy, policyOf } from './policies';
import { isLimited, type Requests, requestsOf } from './requests';
import type { Workload } from './workload';

/** Exposed workload, as far as its exposures depend on it. */
type ExposedFacts = Pick<Workload, 'exposures' | 'ports' | 'endpoint'>;

/** Requests of clients outside to a host, with their policy. */
export interface ExposedEdge {
  readonly host: string;
  readonly port: Port;
  readonly requests: Requests;
  readonly policy: EdgePolicy;
  readonly exposure: Exposure;
}

/** Endpoint of all clients outside of the cluster. */
const CLIENTS: Endpoint = { id: 'clients', name: 'clients outside', ports: [] };

/** An exposure as a call of clients outside. */
export function exposureCall(exposure: Exposure, { endpoint, ports }: Omit<ExposedFacts, 'exposures'>): Call {
  const port = exposedNumber(exposure, ports);
  return { caller: CLIENTS, callee: endpoint, options: { ...exposure.options, ...(port !== undefined && { port }) } };
}

/** Exposures that a gateway can carry: under a host, on a port with requests. Sorted by host. */
export function exposedEdges(facts: ExposedFacts): ExposedEdge[] {
  const edges = facts.exposures.flatMap((exposure): ExposedEdge[] => {
    const { host } = exposure;
    const port = facts.ports.find(({ number }) => number === exposedNumber(exposure, facts.ports));
    if (host === undefined || port === undefined || !port.protocol.hasRequests) return [];
    const call = exposureCall(exposure, facts);
    return [{ host, port, requests: requestsOf(call.options, port)!, policy: policyOf(call), exposure }];
  });
  // By text too, so that the order of statements has no effect.
  const key = ({ host, port, requests }: ExposedEdge) => JSON.stringify([host, port.number, requests]);
  return edges.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Requests that clients outside may send to a port; one set without limits where some exposure has none. */
export function exposedRequests(facts: ExposedFacts, port: Port): readonly Requests[] {
  const all = exposedEdges(facts).filter((edge) => edge.port === port);
  if (all.length === 0 || !all.every(({ requests }) => isLimited(requests))) return [{}];
  return [...new Map(all.map(({ requests }) => [JSON.stringify(requests), requests])).values()];
}

/** True where one host name stands for the other too: equal, or below a wildcard. */
export function coversHost(host: string, other: string): boolean {
  return host === other || (host.startsWith('*') && other.length > host.length - 1 && other.endsWith(host.slice(1)));
}
