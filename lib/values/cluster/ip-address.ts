/** Tells IPv4 addresses in their usual form from other texts. */
export function isIpv4(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Tells IPv6 addresses, without zone and without an embedded IPv4 address, from other texts. */
export function isIpv6(address: string): boolean {
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const complete = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return complete && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
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
