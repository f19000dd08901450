import type { ISidecar } from '@kubernetes-models/istio/networking.istio.io/v1/Sidecar';
import { Edge, Reach, tracingOf, unique, usesKubernetesApi, Workload } from '../../../program';
import { externalHost } from './external-host';
import { hostsInMesh, serviceHost } from './hosts';

type Spec = NonNullable<ISidecar['spec']>;

/** Placeholder of an empty egress scope, in which Istio asks for at least one host. */
const NOTHING = '~/*';

/** Limits a proxy to its microservice's callees and its span collector. */
export function sidecarSpec(facts: Workload): Spec {
  const { namespace, cluster, outbound } = facts;
  const tracing = tracingOf(facts);
  const hosts = [
    ...outbound.flatMap((edge) => scopeOf(edge, facts)),
    ...(usesKubernetesApi(facts) ? [`default/${serviceHost('kubernetes', 'default', cluster)}`] : []),
    // Spans of the application leave through the proxy, and the proxy's own go to the same host.
    ...(tracing === undefined ? [] : [collectorHost(tracing.collector)]),
  ];
  function collectorHost({ service, namespace: of }: { readonly service: string; readonly namespace: string }): string {
    return `${of}/${serviceHost(service, of, cluster)}`;
  }
  const own = hosts.map((host) => (host.startsWith(`${namespace}/`) ? `./${host.slice(namespace.length + 1)}` : host));
  return {
    workloadSelector: { labels: { ...facts.podSelector } },
    egress: [{ hosts: own.length === 0 ? [NOTHING] : unique(own) }],
    // Overrides the policy of the namespace and of the mesh.
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
  };
}

function scopeOf({ callee, port, reach }: Edge, { cluster }: Workload): string[] {
  if (port?.protocol.transport === 'UDP' || reach === Reach.CLUSTER) return [];
  if (callee.external !== undefined) return [`${callee.external.namespace}/${externalHost(callee)}`];
  return hostsInMesh(callee, cluster);
}
