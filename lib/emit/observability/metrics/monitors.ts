import type { IPodMonitorSpec } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitorSpec';
import type { IServiceMonitorSpec } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitorSpec';
import { nameLabels } from '../../kubernetes';
import { DeploymentWorkload, fallbackScrapeProtocols, mainContainerOf } from '../../../program';
import { ClientCertificateOptions, re2Literal } from '../../../values';

/** Interval of scrapes, and their limits. */
export interface ScrapeSettings {
  /** Seconds. */
  readonly interval: number;
  readonly sampleLimit: number;
}

/** Label of pods and Services whose value becomes the label `job`. */
export const JOB_LABEL = 'app.kubernetes.io/name';

const CERTIFICATES = '/etc/prom-certs';

/** Endpoints that are found by pods: all but those that ask for files of the scraper, which no PodMonitor can name. */
export function podMonitorSpec(facts: DeploymentWorkload, settings: ScrapeSettings): IPodMonitorSpec {
  const endpoints = facts.scraped.filter(({ mutualTls }) => !mutualTls);
  return {
    ...common(facts, settings),
    podMetricsEndpoints: endpoints.map((endpoint) => ({
      ...(endpoint.portName === undefined
        ? { relabelings: addressed(mainContainerOf(facts), endpoint.port) }
        : { port: endpoint.portName }),
      path: endpoint.path,
      interval: `${settings.interval}s`,
    })),
  };
}

/** Endpoints at which the scraper shows a certificate of the mesh. */
export function serviceMonitorSpec(facts: DeploymentWorkload, settings: ScrapeSettings): IServiceMonitorSpec {
  const { certificate } = facts.monitoring.access;
  return {
    ...common(facts, settings),
    // Services of versions are of instances of their own, such that each pod is found once; where somebody else makes
    // Services, those of versions, and they alone, carry the label that pods of both have.
    selector: {
      matchLabels: facts.delivery.ownsRoutes ? { ...facts.podSelector } : nameLabels(facts),
    },
    endpoints: facts.scraped
      .filter(({ mutualTls }) => mutualTls)
      .map(({ portName, path }) => ({
        port: portName!,
        path,
        interval: `${settings.interval}s`,
        scheme: 'https' as const,
        tlsConfig: tlsOf(certificate),
      })),
  };
}

/** Kinds of monitors that the endpoints need: PodMonitor, and ServiceMonitor for those behind mutual TLS. */
export function monitorsOf(facts: Pick<DeploymentWorkload, 'scraped'>): {
  readonly pods: boolean;
  readonly service: boolean;
} {
  const endpoints = facts.scraped;
  return { pods: endpoints.some(({ mutualTls }) => !mutualTls), service: endpoints.some(({ mutualTls }) => mutualTls) };
}

function common({ podSelector, versionLabel, ports, delivery }: DeploymentWorkload, { sampleLimit }: ScrapeSettings) {
  const [fallback] = fallbackScrapeProtocols(ports);
  return {
    // Of pods that a controller copies, only the instance stays.
    jobLabel: delivery.ownsRoutes ? 'app.kubernetes.io/instance' : JOB_LABEL,
    ...(versionLabel !== undefined && { podTargetLabels: [versionLabel] }),
    selector: { matchLabels: { ...podSelector } },
    sampleLimit,
    ...(fallback !== undefined && { fallbackScrapeProtocol: fallback.name as 'PrometheusText0.0.4' }),
  };
}

/** Endpoint for a port that no container declares: one target for each pod, whatever ports the container has. */
function addressed(container: string, port: number) {
  const address = {
    action: 'replace' as const,
    sourceLabels: ['__meta_kubernetes_pod_ip'],
    targetLabel: '__address__',
  };
  return [
    { action: 'keep' as const, sourceLabels: ['__meta_kubernetes_pod_container_name'], regex: re2Literal(container) },
    { ...address, regex: '([^:]+)', replacement: `$1:${port}` },
    { ...address, regex: '(.*:.*)', replacement: `[$1]:${port}` },
  ];
}

/**
 * Certificates of a mesh name service accounts, not hosts: that the peer's is of the mesh is all that can be verified.
 */
function tlsOf(certificate: ClientCertificateOptions | undefined) {
  const folder = certificate?.folder ?? CERTIFICATES;
  return {
    caFile: `${folder}/root-cert.pem`,
    certFile: `${folder}/cert-chain.pem`,
    keyFile: `${folder}/key.pem`,
    insecureSkipVerify: true,
  };
}
