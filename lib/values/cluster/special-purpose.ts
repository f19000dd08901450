import { firstAddress, parseRange } from './ip-range';

/**
 * Ranges of IPv4 that no public service has: all that the registry of special-purpose addresses does not mark as
 * globally reachable (https://www.iana.org/assignments/iana-ipv4-special-registry), and multicast
 * (https://www.iana.org/assignments/multicast-addresses).
 */
export const SPECIAL_IPV4: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  // Two addresses inside are reachable: anycast of PCP and of TURN.
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * The same for IPv6: https://www.iana.org/assignments/iana-ipv6-special-registry, multicast, and the private addresses
 * of old that RFC 3879 gave up.
 */
export const SPECIAL_IPV6: readonly string[] = [
  // Unspecified, loopback, IPv4-mapped: Kubernetes refuses ::ffff:0:0/96 itself.
  '::/80',
  '64:ff9b:1::/48',
  '100::/64',
  '100:0:0:1::/64',
  // Some blocks inside are reachable; all of them carry protocols below HTTP, gRPC and TLS.
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** Global unicast addresses, of which the public ones of IPv6 are a part. */
const UNICAST = { 32: '0.0.0.0/0', 128: '2000::/3' } as const;

/** First address, and the one after the last. */
type Span = readonly [bigint, bigint];

/**
 * True for ranges that hold half of the public addresses of IPv4 or of IPv6, or more. Ranges that are invalid do not
 * count.
 */
export function holdsMostPublicAddresses(ranges: readonly string[]): boolean {
  return ([32, 128] as const).some((size) => {
    const special = spansOf(size === 32 ? SPECIAL_IPV4 : SPECIAL_IPV6, size);
    const all = 2n ** BigInt(size);
    const outside = spansOf([UNICAST[size]], size).flatMap(([from, to]): Span[] => [
      [0n, from],
      [to, all],
    ]);
    const closed = count([...special, ...outside]);
    const left = all - count([...special, ...outside, ...spansOf(ranges, size)]);
    return left * 2n <= all - closed;
  });
}

function spansOf(ranges: readonly string[], wanted: number): Span[] {
  return ranges.flatMap((text) => {
    const range = parseRange(text);
    if (range?.size !== wanted) return [];
    const from = firstAddress(range);
    return [[from, from + 2n ** BigInt(range.size - range.bits)] as const];
  });
}

/** Number of addresses in spans that may overlap. */
function count(spans: readonly Span[]): bigint {
  let [sum, end] = [0n, 0n];
  for (const [from, to] of [...spans].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (to <= end) continue;
    sum += to - (from > end ? from : end);
    end = to;
  }
  return sum;
}
