import { has } from '../../kubernetes';
import {
  lifecycle,
  MeshContribution,
  metricsPorts,
  DeploymentWorkload,
  JobWorkload,
  NO_CONTRIBUTION,
} from '../../../program';
import { MetricsAccessKind, NetworkPeer } from '../../../values';
import { ISTIOD_PORT } from './defaults';
import { delegatedRoutePolicy } from './delegated-route-policy';
import { IstioFacts, SidecarMode } from './istio-facts';
import { istioSeries } from './series';
import { splitRoutes } from './split-routes';

/** Ports of others that pods reach without the proxy. */
const EXCLUDED_PORTS = 'traffic.sidecar.istio.io/excludeOutboundPorts';

/** Label that proxies report as the name of their workload, where none is for them alone. */
const NAME_LABEL = 'app.kubernetes.io/name';

/** Mode of the proxy of one pod: wins over that of the installation. */
const NATIVE_SIDECAR = 'sidecar.istio.io/nativeSidecar';

/** Istio's labels and annotations for pods, and the openings of their network policies for it. */
export function contributionOf(facts: DeploymentWorkload, istio: IstioFacts): MeshContribution {
  // In the network of a node, Istio injects no proxy.
  if (facts.perNode?.hostNetwork === true) return NO_CONTRIBUTION;
  const delegated = delegatedRoutePolicy(facts, istio);
  return {
    ...toAllPods(istio),
    podAnnotations: podAnnotations(facts, istio),
    podLabels: podLabels(facts),
    series: istioSeries(facts, istio),
    routes: splitRoutes(facts, istio),
    ...(delegated !== undefined && { delegatedRoutePolicy: delegated }),
  };
}

/** A classic proxy that is ready before the job starts. */
const CLASSIC_PROXY = {
  [NATIVE_SIDECAR]: 'false',
  'proxy.istio.io/config': JSON.stringify({ holdApplicationUntilProxyStarts: true }),
};

/** The same for the pods of a job. Its proxy ends after it where the kubelet can have it so, whatever others have. */
export function contributionToJob(
  { cluster, directPorts }: Pick<JobWorkload, 'cluster' | 'directPorts'>,
  istio: IstioFacts,
): MeshContribution {
  const native = has(cluster.kubernetesVersion, 'nativeSidecar');
  return {
    ...toAllPods(istio),
    podAnnotations: {
      [EXCLUDED_PORTS]: excludedPorts(directPorts),
      ...(istio.sidecars === SidecarMode.CLASSIC && (native ? { [NATIVE_SIDECAR]: 'true' } : CLASSIC_PROXY)),
    },
    podLabels: {},
  };
}

/** Additions to the pods of every workload. */
function toAllPods({ rootNamespace }: IstioFacts) {
  return {
    variables: [],
    ingress: [],
    egress: [
      {
        peers: [NetworkPeer.pods({ namespace: rootNamespace, labels: { app: 'istiod' } })],
        ports: [ISTIOD_PORT],
      },
    ],
    listAnnotations: [EXCLUDED_PORTS],
    membership: ['sidecar.istio.io/inject'],
  };
}

/** Proxies report all versions of a microservice under one name, with any pod names of a delivery controller. */
function podLabels({ name, adopts, delivery }: DeploymentWorkload): Record<string, string> {
  const stated = adopts?.selector?.[NAME_LABEL] ?? name;
  return !delivery.ownsRoutes && stated === name ? {} : { 'service.istio.io/canonical-name': name };
}

function podAnnotations(facts: DeploymentWorkload, { sidecars }: IstioFacts): Record<string, string> {
  const config = proxyConfig(facts, sidecars);
  return {
    [EXCLUDED_PORTS]: excludedPorts(facts.directPorts),
    ...merging(facts),
    ...(sidecars === SidecarMode.CLASSIC && { [NATIVE_SIDECAR]: 'false' }),
    ...(Object.keys(config).length > 0 && { 'proxy.istio.io/config': JSON.stringify(config) }),
  };
}

/** Long DNS answers come over TCP, which the proxy would refuse as an undeclared call. */
function excludedPorts(directPorts: readonly number[]): string {
  return [53, ...directPorts].join();
}

/** Settings of the proxy of a pod that are others than those of the mesh. */
function proxyConfig(facts: DeploymentWorkload, sidecars: SidecarMode): object {
  return {
    ...(sidecars === SidecarMode.CLASSIC && {
      holdApplicationUntilProxyStarts: true,
      terminationDrainDuration: `${drainSeconds(facts)}s`,
    }),
    ...(facts.ports.some(({ acceptsHttp10 }) => acceptsHttp10) && { proxyMetadata: { ISTIO_META_HTTP10: '1' } }),
  };
}

/**
 * Annotations by which the proxy's agent finds the application's metrics and serves them with its own. Injection
 * replaces them with the agent's own address.
 */
function merging({ monitoring, ports }: DeploymentWorkload): Record<string, string> {
  const [port] = metricsPorts(ports);
  if (!monitoring.scrapes || monitoring.access._kind !== MetricsAccessKind.MERGED || port === undefined) return {};
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': `${port.targetPort}`,
    'prometheus.io/path': port.metricsPath,
  };
}

/** Drain time of a classic sidecar, which gets SIGTERM together with the application: the longest request. */
function drainSeconds({ settings, ports }: DeploymentWorkload): number {
  const { preStop } = lifecycle({ ...settings.values, serves: ports.length > 0 });
  return preStop + settings.values.longestRequest;
}
