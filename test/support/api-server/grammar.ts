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

/** A CIDR of IPv4, or of IPv6 as far as its shape goes. */
export const cidr: Grammar = (text) => {
  const [address = '', bits, ...more] = text.split('/');
  const isIpv4 =
    /^(\d{1,3}\.){3}\d{1,3}$/.test(address) &&
    address.split('.').every((part) => Number(part) <= 255 && String(Number(part)) === part);
  const isIpv6 = /^[0-9a-f:]+$/i.test(address) && address.includes(':');
  const fits = bits !== undefined && /^\d+$/.test(bits) && Number(bits) <= (isIpv4 ? 32 : 128);
  return (isIpv4 || isIpv6) && fits && more.length === 0 ? undefined : 'must be a CIDR';
};
