import type { Detail } from '../../errors';
import { canonicalAddress, canonicalRange, hasHostBits, type IpRange, isMappedIpv4, parseRange } from '../../values';

/** Faults of a range of addresses: Kubernetes takes none but the canonical text of a range without surprises. */
export function rangeProblems(text: string, given: string, message = 'invalid range of addresses'): Detail[] {
  const range = parseRange(text);
  if (range === undefined)
    return [
      {
        message,
        given,
        allowed: 'CIDR notation, such as 203.0.113.0/24',
        fix: 'state the first address and the length of the prefix; a single address ends in /32 or /128',
      },
    ];
  const allowed = allowedInstead(text, range);
  return allowed === undefined ? [] : [{ message, given, allowed, fix: `state ${meant(range)}` }];
}

function allowedInstead(text: string, range: IpRange): string | undefined {
  if (/(?:^|[./])0\d/.test(text)) return 'numbers without leading zeros: some software reads them as octal';
  if (isMappedIpv4(range)) return 'IPv4 in its own notation: Kubernetes refuses it as IPv6 from 1.36 on';
  if (hasHostBits(range)) return 'the first address of a range: Kubernetes refuses bits after its prefix from 1.36 on';
  return text === canonicalRange(range) ? undefined : 'the canonical text of RFC 5952: Kubernetes warns of others';
}

function meant(range: IpRange): string {
  const { address, size } = range;
  const whole = `'${canonicalRange(range)}'`;
  return hasHostBits(range) && !isMappedIpv4(range)
    ? `${whole} for the range, or '${canonicalAddress({ address, size })}/${size}' for the one address`
    : whole;
}
