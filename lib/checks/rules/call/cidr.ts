/** Whether a text is a range of addresses in CIDR notation, as network policies accept it. */
export function isCidr(range: string): boolean {
  const [address = '', bits = '', ...rest] = range.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  return address.includes(':') ? isIpv6(address) && Number(bits) <= 128 : isIpv4(address) && Number(bits) <= 32;
}

function isIpv4(address: string): boolean {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(address: string): boolean {
  const halves = address.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const complete = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return complete && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
}
