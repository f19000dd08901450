import * as fc from 'fast-check';

/** Methods of HTTP in random limits and requests: all but CONNECT, which asks for a tunnel. */
export const HTTP_METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

/** Methods and paths that a call is limited to. An empty list stands for any. */
export interface Limits {
  readonly methods: readonly string[];
  readonly paths: readonly string[];
}

/** Methods and paths that limits are drawn from. */
interface Alphabet {
  readonly methods: readonly string[];
  readonly paths: readonly string[];
}

const ANY: Limits = { methods: [], paths: [] };
const MOST_LIMITED_CALLS = 3;

/** All characters that paths have as they are, and others encoded. */
const HTTP: Alphabet = {
  methods: HTTP_METHODS,
  paths: ['/a', '/b/*', '/c/d', "/e-._~!$&'()+,;=:@/", '/caf%C3%A9/*', '/*'],
};
const GRPC: Alphabet = {
  methods: ['Get', 'Add', 'Put', 'Watch'],
  paths: ['/shop.Cart', '/shop.Stock', '/shop.v1_b._X'],
};

/** Limits that differ by path, and methods in lower case. */
const CHOSEN: Readonly<Record<'http' | 'grpc', readonly (readonly Limits[])[]>> = {
  http: [
    [ANY],
    [{ methods: ['post', 'GET'], paths: [] }, ANY],
    [{ methods: [], paths: ['/a', '/b/*'] }],
    [{ methods: ['GET'], paths: ['/b/*'] }, { methods: [], paths: ['/a'] }, ANY],
    [{ methods: [], paths: ['/caf%C3%A9/*', "/e-._~!$&'()+,;=:@/"] }],
  ],
  grpc: [
    [ANY],
    [{ methods: [], paths: ['/shop.Cart'] }, ANY],
    [{ methods: ['Get', 'Add'], paths: ['/shop.Cart'] }],
    [
      { methods: ['Get'], paths: ['/shop.Cart'] },
      { methods: ['Add'], paths: [] },
    ],
  ],
};

/** Limits of one caller's calls to one port. No request matches two of them, except the unlimited one. */
export function limitsOf(protocol: 'http' | 'grpc' | 'tcp' | 'tls'): fc.Arbitrary<readonly Limits[]> {
  if (protocol === 'tcp' || protocol === 'tls') return fc.constant([ANY]);
  return fc.oneof(fc.constantFrom(...CHOSEN[protocol]), shared(protocol === 'http' ? HTTP : GRPC));
}

/** Limits that give each method to at most one call. */
function shared({ methods, paths }: Alphabet): fc.Arbitrary<readonly Limits[]> {
  return fc
    .record({
      callOf: fc.array(fc.nat(MOST_LIMITED_CALLS), { minLength: methods.length, maxLength: methods.length }),
      paths: fc.array(fc.subarray([...paths]), { minLength: MOST_LIMITED_CALLS, maxLength: MOST_LIMITED_CALLS }),
      isOpen: fc.boolean(),
    })
    .map(({ callOf, paths: drawn, isOpen }) => {
      const limited = drawn.flatMap((each, at): Limits[] => {
        const own = methods.filter((_, method) => callOf[method] === at + 1);
        return own.length === 0 ? [] : [{ methods: own, paths: each }];
      });
      return isOpen || limited.length === 0 ? [...limited, ANY] : limited;
    });
}
