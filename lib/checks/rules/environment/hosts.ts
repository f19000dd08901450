/** Host of a cluster that a text names. */
export interface NamedHost {
  /** As it stands in the text, with its port. */
  readonly text: string;
  readonly name: string;
  /** Undefined for that of the workload. */
  readonly namespace?: string;
  readonly port?: number;
  /** True for a full name, in `.svc` or the domain of the cluster: it can only be a Service. */
  readonly isService: boolean;
  /** True where a scheme of the network stands before it. */
  readonly hasScheme: boolean;
}

const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = `${LABEL}(?:\\.${LABEL})*`;
const SCHEMES =
  'https?|wss?|grpcs?|h2c|tcp|udp|tls|rediss?|postgres(?:ql)?|mysql|mariadb|mongodb|' +
  'amqps?|nats|mqtts?|kafka|ldaps?|smtps?|otlp';

// A scheme, user information that is no part of the host, the host and a port; or a host and a port of its own.
const URL = new RegExp(
  `(?<![a-z0-9+.-])(?:${SCHEMES})://(?:[^\\s/@]*@)?(${HOST})\\.?(?::(\\d{1,5}|\\$\\([^)]*\\)))?(?![\\w.:$(-])`,
  'gi',
);
const PAIR = new RegExp(`(?<![\\w./:$)-])(${HOST})\\.?:(\\d{1,5})(?![\\w.:-])`, 'gi');
const SERVICE = new RegExp(`(?<![\\w.-])((?:${LABEL}\\.)+svc(?:\\.${HOST})?)\\.?(?::(\\d{1,5}))?(?![\\w-])`, 'gi');

/** False for a text without a port, a scheme and a full name. */
export function mayNameHost(text: unknown): boolean {
  return typeof text === 'string' && (text.includes(':') || /\.svc/i.test(text));
}

/** Hosts that a text names with certainty: in a URL, before a port, or as the full name of a Service. */
export function hostsIn(text: string, clusterDomain: string): NamedHost[] {
  const found = new Map<string, NamedHost>();
  const add = (host: string, port: string | undefined, hasScheme: boolean): void => {
    const named = namedHost(host.toLowerCase(), port, hasScheme, clusterDomain);
    if (named !== undefined && !found.has(named.text)) found.set(named.text, named);
  };
  for (const [, host, port] of text.matchAll(URL)) add(host!, port, true);
  for (const [, host, port] of text.matchAll(PAIR)) add(host!, port, false);
  for (const [, host, port] of text.matchAll(SERVICE)) add(host!, port, false);
  return [...found.values()];
}

function namedHost(
  host: string,
  portText: string | undefined,
  hasScheme: boolean,
  clusterDomain: string,
): NamedHost | undefined {
  // A port may be a reference to a variable.
  const hasPort = /^\d+$/.test(portText ?? '');
  const common = {
    text: hasPort ? `${host}:${portText}` : host,
    hasScheme,
    ...(hasPort && { port: Number(portText) }),
  };
  const suffix = ['.svc', `.svc.${clusterDomain}`].find((end) => host.endsWith(end));
  const labels = (suffix === undefined ? host : host.slice(0, -suffix.length)).split('.');
  if (suffix !== undefined) {
    // What stands before the name of a headless Service is a pod of it.
    const [namespace, name] = labels.reverse();
    return name === undefined ? undefined : { ...common, name, namespace: namespace!, isService: true };
  }
  const [name, namespace, more] = labels;
  if (more !== undefined) return undefined;
  return { ...common, name: name!, ...(namespace !== undefined && { namespace }), isService: false };
}
