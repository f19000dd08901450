import { DeploymentDefinition, portEndpoints, ScrapeEndpoint } from '../../../program';
import { MetricsAccessKind } from '../../../values';
import { METRICS_PORT } from './defaults';

/**
 * What scrapers ask a pod for: the agent of the proxy, and the application itself where the agent does not hand out its
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
