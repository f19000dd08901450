import { isIpv4, isIpv6 } from '../../../values';

/** True for a range of addresses in CIDR notation, as network policies accept it. */
export function isCidr(range: string): boolean {
  const [address = '', bits = '', ...rest] = range.split('/');
  if (rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return false;
  return address.includes(':') ? isIpv6(address) && Number(bits) <= 128 : isIpv4(address) && Number(bits) <= 32;
}

/** True for a valid range that lies inside another one and is smaller. */
export function isInside(range: string, outer: string): boolean {
  const [inner, around] = [parse(range), parse(outer)];
  return (
    inner.size === around.size &&
    inner.bits > around.bits &&
    inner.address >> BigInt(inner.size - around.bits) === around.address >> BigInt(around.size - around.bits)
  );
}

interface Range {
  readonly address: bigint;
  readonly bits: number;
  readonly size: number;
}

function parse(range: string): Range {
  const [address = '', bits = ''] = range.split('/');
  const v6 = address.includes(':');
  const parts = v6 ? groupsOf(address) : address.split('.').map(Number);
  const width = v6 ? 16n : 8n;
  return {
    address: parts.reduce((sum, part) => (sum << width) + BigInt(part), 0n),
    bits: Number(bits),
    size: v6 ? 128 : 32,
  };
}

function groupsOf(address: string): number[] {
  const [before = [], after] = address
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').map((group) => Number.parseInt(group, 16))));
  return after === undefined
    ? before
    : [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
