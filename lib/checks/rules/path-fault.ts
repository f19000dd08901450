/** Fault of a path that policies compare with requests. */
export interface PathFault {
  readonly allowed: string;
  readonly fix: string;
}

/** Characters of paths that proxies neither decode nor encode: pchar of RFC 3986, without the `*` of policies. */
const PLAIN = /^(?:[\w\-.~!$&'()+,;=:@/]|%[\dA-F]{2})*$/;

/** Encodings that some normalisations decode: of letters, digits, `-`, `.`, `_`, `~`, and of slashes. */
const DECODED = /%(?:2[DEF]|3\d|4[1-9A-F]|5[0-9ACF]|6[1-9A-F]|7[0-9AE])/i;

/** Path parts that proxies keep, and that servers which cut parameters off (`;…`) take for `.` and `..`. */
const DOTS = /^\.{1,2}(?:;.*)?$/;

/** A byte that Envoy refuses in every path that it normalises: url::CanonicalizePath of googleurl. */
const NUL = '%00';

/** True for services of gRPC as `/package.Service`, by the grammar of Protocol Buffers; a slash at the end is legal. */
export function isGrpcService(path: string): boolean {
  return /^\/[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\/?$/.test(path);
}

/**
 * Fault of a path from `/`, with a `*` at the end or not: proxies change such a path before policies see it, so that no
 * request has it.
 */
export function pathFault(path: string): PathFault | undefined {
  if (/^(?:\/[\w-]+)+$/.test(path)) return undefined;
  const allowed = allowedInstead(path);
  return allowed === undefined ? undefined : { allowed, fix: fixOf(path) };
}

function allowedInstead(path: string): string | undefined {
  const text = withoutWildcard(path);
  if (/[?#]/.test(path)) return 'paths alone: policies see neither a query nor a fragment';
  if (!PLAIN.test(text))
    return (
      "letters, digits and -._~!$&'()+,;=:@ between slashes; other characters as UTF-8, encoded with a percent " +
      'sign and capitals'
    );
  return isNormal(text, path.endsWith('*'))
    ? undefined
    : 'paths that stay as they are when a proxy normalises them: without empty parts, . and .., also before a ;, ' +
        'and without encoded letters, digits, slashes and NUL';
}

function fixOf(path: string): string {
  const text = withoutWildcard(path);
  const meant = normalized(text) + path.slice(text.length);
  return isNormal(normalized(text)) && meant !== path ? `state '${meant}'` : 'state the path as requests have it';
}

function withoutWildcard(path: string): string {
  return path.endsWith('*') ? path.slice(0, -1) : path;
}

function isNormal(path: string, isBeginning = false): boolean {
  const parts = path.split('/').slice(1);
  const whole = isBeginning ? parts.slice(0, -1) : parts;
  return (
    PLAIN.test(path) &&
    !DECODED.test(path) &&
    !path.includes(NUL) &&
    !whole.some((part) => DOTS.test(part)) &&
    // The last part is empty after a slash at the end.
    !parts.slice(0, -1).includes('')
  );
}

/** Text that all normalisations agree on. */
function normalized(path: string): string {
  const decoded = path
    .replace(/[?#].*$|\p{Surrogate}/gsu, '')
    .replace(/%[\da-f]{2}/gi, (code) => (DECODED.test(code) ? decodeURIComponent(code) : code.toUpperCase()))
    .replaceAll('\\', '/')
    .replace(/[^\w\-.~!$&'()+,;=:@/%]/gu, (character) => encodeURIComponent(character));
  const parts: string[] = [];
  const all = decoded.split('/').slice(1);
  all.forEach((part, at) => {
    const name = DOTS.test(part) ? part.replace(/;.*/, '') : part;
    if (name === '..') parts.pop();
    else if (name !== '.' && name !== '') parts.push(name);
    if (at === all.length - 1 && ['', '.', '..'].includes(name)) parts.push('');
  });
  return `/${parts.join('/')}`;
}
