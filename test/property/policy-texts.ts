import * as fc from 'fast-check';

// Texts that policies compare with connections and requests, as Kubernetes and proxies take them.

/** Ranges of IPv4 that hold no pod of a simulated network, which are in 10.8.0.0/16. */
const BLOCKS = ['100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', '203.0.113.0/24', '8.0.0.0/7', '64.0.0.0/3'];

const ipv4: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...BLOCKS), fc.nat({ max: 2 ** 32 - 1 }), fc.integer({ min: 8, max: 32 }))
  .map(([block, drawn, size]) => {
    const [start, bits] = block.split('/') as [string, string];
    const length = Math.max(size, Number(bits));
    const inside = 2 ** (32 - Number(bits));
    const address = start.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + (drawn % inside);
    const first = address - (address % 2 ** (32 - length));
    return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${length}`;
  });

const ipv6: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(0x2001_0db8n << 96n, 0xfd00n << 112n, 0x2a02n << 112n),
    fc.bigInt({ min: 0n, max: 2n ** 96n - 1n }),
    fc.integer({ min: 32, max: 128 }),
  )
  .map(([block, drawn, length]) => {
    const all = block + drawn;
    const first = all - (all % 2n ** BigInt(128 - length));
    const groups = Array.from({ length: 8 }, (_, at) => ((first >> BigInt(112 - 16 * at)) & 0xffffn).toString(16));
    // Addresses in URLs have the canonical text of RFC 5952.
    return `${new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)}/${length}`;
  });

/** A range of addresses: canonical, without bits after its prefix, and far from half of the public addresses. */
export const range: fc.Arbitrary<string> = fc.oneof(ipv4, ipv6);

/** Ranges, each once. */
export const ranges = (minLength: number, maxLength = 3): fc.Arbitrary<string[]> =>
  fc.uniqueArray(range, { minLength, maxLength });

/** The first address of a range, as a range. */
export function firstOf(text: string): string {
  const [address] = text.split('/') as [string];
  return `${address}/${address.includes(':') ? 128 : 32}`;
}

/** True for a range of one address. */
export function isOneAddress(text: string): boolean {
  return text === firstOf(text);
}

const part = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.stringMatching(/^[a-zA-Z0-9]$/) },
      fc.constantFrom(...`-._~!$&'()+,;=:@`, '%C3%A9', '%20', '%2A'),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((characters) => characters.join(''))
  .filter((text) => text !== '.' && text !== '..');

/** A whole path that no proxy changes. */
export const wholePath: fc.Arbitrary<string> = fc
  .tuple(fc.array(part, { maxLength: 4 }), fc.boolean())
  .map(([parts, hasSlash]) => `/${parts.join('/')}${hasSlash && parts.length > 0 ? '/' : ''}`);

/** Paths of requests: whole ones, and beginnings of some. */
export const paths: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.tuple(wholePath, fc.boolean()).map(([path, isBeginning]) => (isBeginning ? `${path}*` : path)),
  { minLength: 1, maxLength: 3 },
);

/** Services of gRPC, by the grammar of Protocol Buffers. */
export const grpcServices: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc
    .array(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/), { minLength: 1, maxLength: 3 })
    .map((names) => `/${names.join('.')}`),
  { minLength: 1, maxLength: 2 },
);
