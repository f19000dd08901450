import { exposedPorts } from '../../kubernetes';
import { metricsPorts, type DeploymentWorkload } from '../../../program';
import { MetricsAccessKind, Port } from '../../../values';

type ScrapedFacts = Pick<DeploymentWorkload, 'ports' | 'inbound' | 'exposures' | 'cluster' | 'monitoring'>;

/** Ports of metrics in plain text, which no caller uses. */
export function openMetricsPorts(facts: ScrapedFacts): Port[] {
  return opened(facts).filter((port) => !isUsed(port, facts));
}

/** Ports of metrics that scrapers cannot reach: callers use them too, so that they ask for a certificate. */
export function hiddenMetricsPorts(facts: ScrapedFacts): Port[] {
  return opened(facts).filter((port) => isUsed(port, facts));
}

/** True where the platform's monitoring or a scraper of the cluster facts reads metrics. */
export function isScraped({ cluster, monitoring }: Pick<DeploymentWorkload, 'cluster' | 'monitoring'>): boolean {
  return monitoring.scrapes || cluster.scrapers.length > 0;
}

function opened(facts: ScrapedFacts): Port[] {
  const { ports, monitoring } = facts;
  return !isScraped(facts) || monitoring.access._kind !== MetricsAccessKind.OPEN_PORT ? [] : metricsPorts(ports);
}

/** Removes equal container ports: two Service ports may lead to one. */
function isUsed({ targetPort }: Port, { inbound, exposures, ports }: ScrapedFacts): boolean {
  return (
    inbound.some(({ port }) => port?.targetPort === targetPort) ||
    exposedPorts({ ports, exposures }).some((port) => port.targetPort === targetPort)
  );
}
