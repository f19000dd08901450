import type { IDestinationRule } from '@kubernetes-models/istio/networking.istio.io/v1/DestinationRule';
import type { IServiceEntry } from '@kubernetes-models/istio/networking.istio.io/v1/ServiceEntry';
import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { Edge, MeshEdge, Endpoint } from '../../../program';
import { isIpAddress, Port, Protocol } from '../../../values';
import type { ExternalFacts } from '../mesh';
import { ANY_LOCALITY, EXTERNAL_REQUESTS, NO_EJECTION } from './defaults';
import { connectionPool, lastingPorts, policyByPort, retryBudget, TrafficPolicy } from './destination-rule';
import { externalHost } from './external-host';
import { routesTo } from './virtual-service';

/** Makes an external service known to its callers' proxies. */
export function serviceEntrySpec(facts: ExternalFacts): NonNullable<IServiceEntry['spec']> {
  const { endpoint } = facts;
  const { host, tlsByProxy } = endpoint.external!;
  // TCP carries no host name: only the address tells such services apart, and the application has resolved it.
  const ranges =
    !isIpAddress(host) && !tlsByProxy && endpoint.ports.some(({ protocol }) => protocol === Protocol.TCP)
      ? endpoint.external!.addresses
      : [];
  return {
    hosts: [externalHost(endpoint)],
    ...(isIpAddress(host) ? { addresses: [host] } : ranges.length > 0 && { addresses: [...ranges].sort() }),
    ports: endpoint.ports.filter(isTcp).map((port) => ({
      number: port.number,
      name: port.name,
      protocol: protocolOf(port.protocol),
      ...(tlsByProxy && { targetPort: port.targetPort }),
    })),
    location: 'MESH_EXTERNAL',
    ...(isIpAddress(host)
      ? { resolution: 'STATIC', endpoints: [{ address: host }] }
      : { resolution: ranges.length > 0 ? 'NONE' : 'DNS' }),
    exportTo: namespacesOf(facts),
  };
}

/** Timeout and retries of calls to an external service. */
export function externalRoutesSpec(facts: ExternalFacts): NonNullable<IVirtualService['spec']> {
  const { endpoint, inbound } = facts;
  return {
    ...routesTo({
      host: externalHost(endpoint),
      destinations: [{ host: externalHost(endpoint) }],
      ports: endpoint.ports,
      edges: externalEdges(inbound),
    }),
    exportTo: namespacesOf(facts),
  };
}

/** Bounds on calls to an external service, and TLS of its callers' proxies. */
export function externalDestinationSpec(facts: ExternalFacts): NonNullable<IDestinationRule['spec']> {
  const { endpoint, inbound } = facts;
  return {
    host: externalHost(endpoint),
    trafficPolicy: {
      ...policyByPort(endpoint.ports, lastingPorts(endpoint.ports, inbound), (isBounded) => ({
        loadBalancer: { simple: 'LEAST_REQUEST', localityLbSetting: ANY_LOCALITY },
        connectionPool: externalPool(isBounded),
        // Its replicas are unknown: there may be a single one.
        outlierDetection: NO_EJECTION,
        ...(endpoint.external!.tlsByProxy && { tls: tlsOf(endpoint, facts.caCertificates) }),
      })),
      ...retryBudget(externalEdges(inbound)),
    },
    exportTo: namespacesOf(facts),
  };
}

/** Envoy's own bounds, but for connections that stay: those are bounded only while they are being made. */
function externalPool(isBounded: boolean): NonNullable<TrafficPolicy['connectionPool']> {
  const { tcp, http } = connectionPool(EXTERNAL_REQUESTS);
  return {
    tcp: isBounded ? tcp! : connectionPool(undefined).tcp!,
    // A mesh may upgrade connections to HTTP/2, which its own proxies understand and other servers may not.
    http: { ...http, h2UpgradePolicy: 'DO_NOT_UPGRADE' },
  };
}

/** Certificates by file, never by `credentialName`: without the Secret, sidecars would send plain text. */
function tlsOf({ external }: Endpoint, caCertificates: string | undefined): NonNullable<TrafficPolicy['tls']> {
  const { host } = external!;
  return {
    mode: 'SIMPLE',
    ...(!isIpAddress(host) && { sni: host }),
    subjectAltNames: [host],
    ...(caCertificates !== undefined && { caCertificates }),
  };
}

/** Namespaces of its callers. Other proxies need not know it. */
function namespacesOf({ namespace, inbound }: ExternalFacts): string[] {
  const namespaces = new Set(inbound.flatMap(({ caller }) => caller.workload?.namespace ?? []));
  return [...namespaces].sort().map((name) => (name === namespace ? '.' : name));
}

function externalEdges(inbound: readonly Edge[]): MeshEdge[] {
  return inbound.filter((edge): edge is MeshEdge => edge.port !== undefined && edge.caller.workload !== undefined);
}

function isTcp({ protocol }: Port): boolean {
  return protocol.transport === 'TCP';
}

/** Names of protocols in Istio. */
function protocolOf(protocol: Protocol): string {
  return protocol.name.toUpperCase();
}
