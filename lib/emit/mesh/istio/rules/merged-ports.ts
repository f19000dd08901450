import { metricsPorts, DeploymentWorkload } from '../../../../program';
import { MetricsAccessKind, Port } from '../../../../values';

/** The ports whose metrics the agent of the proxy merges into its own. */
export function mergedPorts({ monitoring, ports }: DeploymentWorkload): Port[] {
  return monitoring.scrapes && monitoring.access._kind === MetricsAccessKind.MERGED ? metricsPorts(ports) : [];
}
