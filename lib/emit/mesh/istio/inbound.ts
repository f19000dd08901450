import { exposedPorts } from '../../kubernetes';
import { Call, crossesClusters, metricsPorts, MicroserviceFacts, portOf, WorkloadParty } from '../../../program';
import { MetricsAccessKind, Port } from '../../../values';

/** A call that comes through the mesh, with its ends. */
export interface InboundCall {
  readonly call: Call;
  readonly port: Port;
  readonly caller: WorkloadParty;
}

/** The calls that callers' proxies make to a microservice: those of its own cluster, over TCP. */
export function inboundCalls({ inbound }: Pick<MicroserviceFacts, 'inbound'>): InboundCall[] {
  return inbound.flatMap((call) => {
    const port = portOf(call);
    const caller = call.caller.workload;
    return port === undefined || port.protocol.transport !== 'TCP' || caller === undefined || crossesClusters(call)
      ? []
      : [{ call, port, caller }];
  });
}

type ScrapedFacts = Pick<MicroserviceFacts, 'ports' | 'inbound' | 'exposures' | 'cluster' | 'monitoring'>;

/** The ports that scrapers reach in plain text: those that serve metrics and that nobody calls. */
export function openMetricsPorts(facts: ScrapedFacts): Port[] {
  return opened(facts).filter((port) => !isUsed(port, facts));
}

/** The ports that scrapers do not reach, since callers use them too and must show who they are. */
export function hiddenMetricsPorts(facts: ScrapedFacts): Port[] {
  return opened(facts).filter((port) => isUsed(port, facts));
}

/** Whether anybody scrapes: the platform's monitoring, or somebody whom the cluster knows. */
export function isScraped({ cluster, monitoring }: Pick<MicroserviceFacts, 'cluster' | 'monitoring'>): boolean {
  return monitoring.scrapes || cluster.scrapers.length > 0;
}

function opened(facts: ScrapedFacts): Port[] {
  const { ports, monitoring } = facts;
  return !isScraped(facts) || monitoring.access.kind !== MetricsAccessKind.OPEN_PORT ? [] : metricsPorts(ports);
}

/** By the container's port: two Service ports may lead to one. */
function isUsed({ targetPort }: Port, { inbound, exposures, ports }: ScrapedFacts): boolean {
  return (
    inbound.some((call) => portOf(call)?.targetPort === targetPort) ||
    exposedPorts({ ports, exposures }).some((port) => port.targetPort === targetPort)
  );
}
