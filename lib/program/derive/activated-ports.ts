import { type Port, exposedNumber } from '../../values';
import type { DeploymentWorkload } from '../workload';
import { requestPorts } from './scrape-endpoints';

/**
 * Ports whose requests an activator takes: those with callers or exposures, or the first port with requests where there
 * are none.
 */
export function activatedPorts({
  ports,
  inbound,
  exposures,
}: Pick<DeploymentWorkload, 'ports' | 'inbound' | 'exposures'>): Port[] {
  const exposed = exposures.map((exposure) => exposedNumber(exposure, ports));
  const asked = ports.filter(
    (port) =>
      port.protocol.hasRequests && (inbound.some((edge) => edge.port === port) || exposed.includes(port.number)),
  );
  return asked.length > 0 ? asked : requestPorts(ports).slice(0, 1);
}
