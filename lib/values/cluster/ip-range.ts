/** Addresses that begin with the same bits. */
export interface IpRange {
  /** The address before the slash; it has bits after the prefix where the text has. */
  readonly address: bigint;
  /** Length of the prefix. */
  readonly bits: number;
  /** Bits of an address: 32 or 128. */
  readonly size: number;
}

/** Groups of 16 bits of an IPv6 address. */
const GROUPS = 8;

/** First 96 bits of an IPv4 address that is written as one of IPv6. */
const MAPPED = 0xffffn;

/** Reads CIDR notation; leading zeros, bits after the prefix and IPv4 at the end of IPv6 too. */
export function parseRange(text: string): IpRange | undefined {
  const [host = '', bits = '', ...rest] = text.split('/');
  const size = host.includes(':') ? 128 : 32;
  const address = size === 128 ? numberOfIpv6(host) : numberOfIpv4(host);
  return rest.length > 0 || address === undefined || !/^\d{1,3}$/.test(bits) || Number(bits) > size
    ? undefined
    : { address, bits: Number(bits), size };
}

/** True for a range in CIDR notation. */
export function isCidr(text: string): boolean {
  return parseRange(text) !== undefined;
}

/** True for IPv4 addresses that are written as IPv6. */
export function isMappedIpv4({ address, size }: IpRange): boolean {
  return size === 128 && address >> 32n === MAPPED;
}

/** True where bits are set after the prefix. */
export function hasHostBits(range: IpRange): boolean {
  return range.address !== firstAddress(range);
}

/** Canonical text of a range, without bits after its prefix: RFC 5952 for IPv6, and IPv4 for what maps it. */
export function canonicalRange(range: IpRange): string {
  if (isMappedIpv4(range) && range.bits >= 96)
    return canonicalRange({ address: range.address & 0xffffffffn, bits: range.bits - 96, size: 32 });
  return `${canonicalAddress({ address: firstAddress(range), size: range.size })}/${range.bits}`;
}

/** Canonical text of one address. */
export function canonicalAddress({ address, size }: Omit<IpRange, 'bits'>): string {
  return size === 32 ? partsOf(address, 4, 8n).join('.') : compressed(partsOf(address, GROUPS, 16n));
}

/** True for a valid range that lies inside another one and is smaller. */
export function isInside(range: string, outer: string): boolean {
  const [inner, around] = [parseRange(range), parseRange(outer)];
  return (
    inner !== undefined &&
    around !== undefined &&
    inner.size === around.size &&
    inner.bits > around.bits &&
    firstAddress({ ...inner, bits: around.bits }) === firstAddress(around)
  );
}

/** First address of a range. */
export function firstAddress({ address, bits, size }: IpRange): bigint {
  const others = BigInt(size - bits);
  return (address >> others) << others;
}

function numberOfIpv4(text: string): bigint | undefined {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
    ? joined(parts.map(Number), 8n)
    : undefined;
}

function numberOfIpv6(text: string): bigint | undefined {
  const [, head, ipv4] = /^(.*:)([\d.]*\.[\d.]*)$/.exec(text) ?? [];
  if (head !== undefined && ipv4 !== undefined) {
    const last = numberOfIpv4(ipv4);
    return last === undefined
      ? undefined
      : numberOfIpv6(`${head}${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`);
  }
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [before = [], after] = halves;
  const given = halves.flat();
  const isComplete = halves.length === 1 ? given.length === GROUPS : halves.length === 2 && given.length < GROUPS;
  if (!isComplete || !given.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  const zeros = Array<string>(GROUPS - given.length).fill('0');
  return joined(
    [...before, ...zeros, ...(after ?? [])].map((group) => Number.parseInt(group, 16)),
    16n,
  );
}

function joined(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) + BigInt(part), 0n);
}

function partsOf(address: bigint, count: number, width: bigint): bigint[] {
  return Array.from({ length: count }, (_, at) => (address >> (width * BigInt(count - 1 - at))) & ((1n << width) - 1n));
}

/** Leaves out the first of the longest runs of zeros, where it has two groups or more. */
function compressed(groups: readonly bigint[]): string {
  const runs = groups.map((_, at) => {
    const end = groups.findIndex((group, other) => other >= at && group !== 0n);
    return (end < 0 ? GROUPS : end) - at;
  });
  const longest = Math.max(...runs);
  const text = (some: readonly bigint[]) => some.map((group) => group.toString(16)).join(':');
  if (longest < 2) return text(groups);
  const at = runs.indexOf(longest);
  return `${text(groups.slice(0, at))}::${text(groups.slice(at + longest))}`;
}
