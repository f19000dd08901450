import { isIP } from 'node:net';

/** The grammars of names, as the API server has them; each says what is wrong, or nothing. */
export type Grammar = (text: string) => string | undefined;

function grammar(pattern: RegExp, most: number, called: string): Grammar {
  return (text) => {
    if (text.length > most) return `must have at most ${most} characters`;
    return pattern.test(text) ? undefined : `must be ${called}`;
  };
}

export const dnsLabel = grammar(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/, 63, 'a DNS-1123 label');
export const dnsSubdomain = grammar(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  253,
  'a DNS-1123 subdomain',
);
export const dns1035Label = grammar(/^[a-z]([-a-z0-9]*[a-z0-9])?$/, 63, 'a DNS-1035 label');
export const wildcardHost = grammar(
  /^(\*\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  253,
  'a host name, or *. and a host name',
);
export const labelValue = grammar(/^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/, 63, 'a label value');
export const configKey = grammar(/^(?!\.\.?$)[-._a-zA-Z0-9]+$/, 253, 'a key of letters, digits, -, _ and .');
/** As before Kubernetes 1.30, which allows nearly anything. */
export const environmentName = grammar(
  /^(?!\.\.?$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/,
  Infinity,
  'the name of an environment variable',
);
export const pathSegment = grammar(/^(?!\.\.?$)[^/%]+$/, 253, 'a path segment');
const localName = grammar(/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/, 63, 'a qualified name');
const portNameShape = grammar(
  /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/,
  15,
  'a port name: lower case, digits and single -, one letter at least',
);

export const portName: Grammar = portNameShape;

/** Such as `app.kubernetes.io/name`. */
export const qualifiedName: Grammar = (text) => {
  const [name, prefix, ...more] = text.split('/').reverse();
  if (more.length > 0) return 'must have at most one /';
  return (prefix === undefined ? undefined : dnsSubdomain(prefix)) ?? localName(name!);
};

/** A port of a container by its number or its name. */
export function portReference(port: number | string): string | undefined {
  return typeof port === 'number' ? portNumber(port) : portName(port);
}

export function portNumber(port: number): string | undefined {
  return port >= 1 && port <= 65535 ? undefined : 'must be a port from 1 to 65535';
}

/** A CIDR as Kubernetes 1.36 takes it without a warning: the canonical text, and no bits after the prefix. */
export const cidr: Grammar = (text) => {
  const [address = '', bits = '', ...more] = text.split('/');
  const family = isIP(address);
  const isShaped = more.length === 0 && family > 0 && /^(0|[1-9]\d{0,2})$/.test(bits);
  if (!isShaped || Number(bits) > (family === 4 ? 32 : 128)) return 'must be a CIDR';
  // Of addresses, URLs have the canonical text; they write mapped IPv4 in hexadecimal digits.
  const host = new URL(`http://${family === 4 ? address : `[${address}]`}`).hostname.replace(/[[\]]/g, '');
  if (host !== address) return 'must be in canonical form';
  if (host.startsWith('::ffff:')) return 'must not be IPv4-mapped';
  return bitsOf(host, family).slice(Number(bits)).includes('1') ? 'must not have bits after the prefix' : undefined;
};

function bitsOf(address: string, family: number): string {
  if (family === 4)
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [before = '', after] = address.split('::');
  const [head, tail] = [before, after ?? ''].map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array<string>(8 - head!.length - tail!.length).fill('0');
  return [...head!, ...zeros, ...tail!].map((group) => parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}
