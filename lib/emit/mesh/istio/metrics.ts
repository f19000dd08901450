import { DeploymentDefinition, portEndpoints, ScrapeEndpoint } from '../../../program';
import { MetricsAccessKind } from '../../../values';
import { METRICS_PORT } from './defaults';

/**
 * Endpoints that scrapers read in a pod: the proxy's agent, and the application itself unless the agent merges its
 * metrics.
 */
export function scrapedEndpoints({
  monitoring,
  ports,
}: Pick<DeploymentDefinition, 'monitoring' | 'ports'>): ScrapeEndpoint[] {
  const agent = { port: METRICS_PORT, path: '/stats/prometheus', mutualTls: false };
  const { _kind: kind } = monitoring.access;
  return [
    agent,
    ...(kind === MetricsAccessKind.MERGED ? [] : portEndpoints(ports, kind === MetricsAccessKind.CLIENT_CERTIFICATE)),
  ];
}
