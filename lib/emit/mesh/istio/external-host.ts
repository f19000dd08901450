import { Endpoint } from '../../../program';
import { isIpAddress } from '../../../values';

/** The name under which the mesh knows an external service: its host, or one that stands for an address. */
export function externalHost({ name, external }: Endpoint): string {
  const { host, namespace } = external!;
  return isIpAddress(host) ? `${name}.${namespace}.external` : host;
}
