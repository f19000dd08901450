import { exposedPorts } from '../../kubernetes';
import { lifecycle, MeshContribution, MicroserviceFacts, NetworkPeer } from '../../model';
import { ISTIOD_PORT, METRICS_PORT } from './defaults';
import { IstioFacts, SidecarMode } from './istio-facts';

/** What Istio adds to pods, and what their network policies leave open for it. */
export function contributionOf(facts: MicroserviceFacts, istio: IstioFacts): MeshContribution {
  const { cluster } = facts;
  const { ingressGateway: gateway } = istio;
  return {
    podAnnotations: podAnnotations(facts, istio),
    podLabels: {},
    variables: [],
    ingress: cluster.scrapers.length === 0 ? [] : [{ peers: cluster.scrapers, ports: [METRICS_PORT] }],
    egress: [{ peers: [NetworkPeer.pods({ namespace: istio.rootNamespace, labels: { app: 'istiod' } })], ports: [ISTIOD_PORT] }],
    ...(gateway !== undefined && exposedPorts(facts).length > 0 && { gateway: NetworkPeer.pods({ namespace: gateway.namespace, labels: gateway.labels }) }),
  };
}

function podAnnotations(facts: MicroserviceFacts, { sidecars }: IstioFacts): Record<string, string> {
  return {
    // Long answers of name servers come over TCP, which the proxy would take for a call that nobody declared.
    'traffic.sidecar.istio.io/excludeOutboundPorts': '53',
    ...(sidecars === SidecarMode.CLASSIC && {
      'sidecar.istio.io/nativeSidecar': 'false',
      'proxy.istio.io/config': JSON.stringify({ holdApplicationUntilProxyStarts: true, terminationDrainDuration: `${drainSeconds(facts)}s` }),
    }),
  };
}

/** A classic proxy is told to end together with the application: it has to stay as long as the last request may take. */
function drainSeconds({ settings, ports }: MicroserviceFacts): number {
  const { preStop } = lifecycle({ ...settings.values, serves: ports.length > 0 });
  return preStop + settings.values.longestRequest;
}
