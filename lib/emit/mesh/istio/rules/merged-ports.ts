import { metricsPorts, MicroserviceFacts } from '../../../../program';
import { MetricsAccessKind, Port } from '../../../../values';

/** The ports whose metrics the agent of the proxy merges into its own. */
export function mergedPorts({ monitoring, ports }: MicroserviceFacts): Port[] {
  return monitoring.scrapes && monitoring.access.kind === MetricsAccessKind.MERGED ? metricsPorts(ports) : [];
}
