import { Endpoint } from '../../../program';
import { isIpAddress } from '../../../values';

/** Host of an external service in the mesh: its own, or a placeholder for an IP address. */
export function externalHost({ name, external }: Endpoint): string {
  const { host, namespace } = external!;
  return isIpAddress(host) ? `${name}.${namespace}.external` : host;
}
