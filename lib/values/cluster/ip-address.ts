import { parseRange } from './ip-range';

/** Tells IPv4 addresses in their usual form from other texts. */
export function isIpv4(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Tells IPv6 addresses, without zone and without an embedded IPv4 address, from other texts. */
export function isIpv6(address: string): boolean {
  return address.includes(':') && !/[./]/.test(address) && parseRange(`${address}/128`) !== undefined;
}

/** Tells IP addresses from host names. */
export function isIpAddress(host: string): boolean {
  return isIpv4(host) || isIpv6(host);
}

/** Address ranges of a host: those stated, else its own address. Empty where they are unknown. */
export function rangesOf(host: string | undefined, stated: readonly string[]): readonly string[] {
  if (stated.length > 0 || host === undefined) return stated;
  if (isIpv4(host)) return [`${host}/32`];
  return isIpv6(host) ? [`${host}/128`] : [];
}
