import type { Endpoint } from '../../../program';

/** The host of an external service, and the cluster of its stack. */
export interface HostFacts {
  readonly endpoint: Endpoint;
  /** Domain of the cluster's Services. */
  readonly domain: string;
  /** Service that this app states in a namespace of the cluster. */
  readonly serviceAt: (namespace: string, name: string) => KnownService | undefined;
  /** True for a namespace of the cluster that a stack of this app makes. */
  readonly makes: (namespace: string) => boolean;
}

/** A Service that an app states, or has a controller make. */
export interface KnownService {
  /** Path of the workload that it leads to. Undefined for a Service that is not of this library. */
  readonly workload?: string;
}

/** A Service of the cluster. */
export interface InClusterHost {
  readonly name: string;
  readonly namespace: string;
}

/** Domain of clusters whose domain is not stated. */
const USUAL_DOMAIN = 'cluster.local';

/**
 * Service that a host stands for, as pods of a namespace resolve it: `cart.shop.svc` with the cluster's domain or
 * without, a pod's name before it or not; `cart.shop` and `cart` where this app states that Service or namespace.
 */
export function inClusterHost(
  host: string,
  namespace: string,
  { domain, serviceAt, makes }: Pick<HostFacts, 'domain' | 'serviceAt' | 'makes'>,
): InClusterHost | undefined {
  const labels = withoutDomain(host, [domain, USUAL_DOMAIN]).split('.');
  if (labels.at(-1) === 'svc' && labels.length >= 3) return { name: labels.at(-3)!, namespace: labels.at(-2)! };
  const [name, where = namespace, ...others] = host.split('.') as [string, ...string[]];
  if (others.length > 0) return undefined;
  const isKnown = serviceAt(where, name) !== undefined || (host.includes('.') && makes(where));
  return isKnown ? { name, namespace: where } : undefined;
}

function withoutDomain(host: string, domains: readonly string[]): string {
  const domain = domains.find((each) => host.endsWith(`.svc.${each}`));
  return domain === undefined ? host : host.slice(0, -domain.length - 1);
}
