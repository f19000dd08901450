import { isIpv4, isIpv6, Party } from '../../model';

/** The name under which the mesh knows an external service: its host, or one that stands for an address. */
export function externalHost({ name, external }: Party): string {
  const { host, namespace } = external!;
  return isAddress(host) ? `${name}.${namespace}.external` : host;
}

/** Whether a host is an IP address. */
export function isAddress(host: string): boolean {
  return isIpv4(host) || isIpv6(host);
}
