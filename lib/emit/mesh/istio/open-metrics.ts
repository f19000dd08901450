import { exposedPorts } from '../../kubernetes';
import { metricsPorts, type DeploymentWorkload } from '../../../program';
import { MetricsAccessKind, Port } from '../../../values';

type ScrapedFacts = Pick<DeploymentWorkload, 'ports' | 'inbound' | 'exposures' | 'cluster' | 'monitoring'>;

/** The ports that scrapers reach in plain text: those that serve metrics and that nobody calls. */
export function openMetricsPorts(facts: ScrapedFacts): Port[] {
  return opened(facts).filter((port) => !isUsed(port, facts));
}

/** The ports that scrapers do not reach, since callers use them too and must show who they are. */
export function hiddenMetricsPorts(facts: ScrapedFacts): Port[] {
  return opened(facts).filter((port) => isUsed(port, facts));
}

/** Whether anybody scrapes: the platform's monitoring, or somebody whom the cluster knows. */
export function isScraped({ cluster, monitoring }: Pick<DeploymentWorkload, 'cluster' | 'monitoring'>): boolean {
  return monitoring.scrapes || cluster.scrapers.length > 0;
}

function opened(facts: ScrapedFacts): Port[] {
  const { ports, monitoring } = facts;
  return !isScraped(facts) || monitoring.access._kind !== MetricsAccessKind.OPEN_PORT ? [] : metricsPorts(ports);
}

/** By the container's port: two Service ports may lead to one. */
function isUsed({ targetPort }: Port, { inbound, exposures, ports }: ScrapedFacts): boolean {
  return (
    inbound.some(({ port }) => port?.targetPort === targetPort) ||
    exposedPorts({ ports, exposures }).some((port) => port.targetPort === targetPort)
  );
}
