import type { ISidecar } from '@kubernetes-models/istio/networking.istio.io/v1/Sidecar';
import { DeploymentWorkload, Edge, Reach } from '../../../program';
import { externalHost } from './external-host';
import { hostsInMesh, serviceHost } from './hosts';

type Spec = NonNullable<ISidecar['spec']>;

/** Where nothing is in scope, a host must still be named: this one stands for none. */
const NOTHING = '~/*';

/**
 * What a microservice's proxy knows of, and so can reach: its callees and the collector of its spans, and nothing else.
 */
export function sidecarSpec(facts: DeploymentWorkload): Spec {
  const { namespace, cluster, outbound, callsKubernetesApi, tracing } = facts;
  const hosts = [
    ...outbound.flatMap((edge) => scopeOf(edge, facts)),
    ...(callsKubernetesApi ? [`default/${serviceHost('kubernetes', 'default', cluster)}`] : []),
    // Spans of the application leave through the proxy, and its own need the same cluster.
    ...(tracing === undefined ? [] : [collectorHost(tracing.collector)]),
  ];
  function collectorHost({ service, namespace: of }: { readonly service: string; readonly namespace: string }): string {
    return `${of}/${serviceHost(service, of, cluster)}`;
  }
  const own = hosts.map((host) => (host.startsWith(`${namespace}/`) ? `./${host.slice(namespace.length + 1)}` : host));
  return {
    workloadSelector: { labels: { ...facts.podSelector } },
    egress: [{ hosts: own.length === 0 ? [NOTHING] : [...new Set(own)].sort() }],
    // Not inherited from the namespace's or the mesh's.
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
  };
}

function scopeOf({ callee, port, reach }: Edge, { cluster }: DeploymentWorkload): string[] {
  if (port?.protocol.transport === 'UDP' || reach === Reach.CLUSTER) return [];
  if (callee.external !== undefined) return [`${callee.external.namespace}/${externalHost(callee)}`];
  return hostsInMesh(callee, cluster);
}
