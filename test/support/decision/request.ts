import type { Workload } from './workloads';

/** Caller outside of all proxies and network policies. */
export const OUTSIDE_THE_MESH = 'outside the mesh';

/** Whom a request is for: a host by any of its names, a workload by its Service, or one pod by its address. */
export type Callee = string | Workload | { readonly pod: Workload };

/** One call. */
export interface Request {
  readonly from: Workload | typeof OUTSIDE_THE_MESH;
  readonly to: Callee;
  /** The Service's port; the workload's own where a pod is called by its address. */
  readonly port: number;
  /** POST where the port speaks gRPC and nothing is said. */
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Host header, where it is stated; routes may write another. */
  readonly host?: string;
}

/** Verdicts of the layers, each as if the others allowed the request. With several possible pods, of all of them. */
export interface Verdict {
  readonly egressNetworkPolicy: boolean;
  readonly ingressNetworkPolicy: boolean;
  /** True when the caller's proxy allows it: Sidecar and outboundTrafficPolicy. */
  readonly egressScope: boolean;
  /** True when it has a route and a destination, so neither 404 nor 503. */
  readonly routed: boolean;
  /** True when the callee's PeerAuthentication accepts the connection, plain or mutual TLS. */
  readonly mutualTls: boolean;
  readonly authorization: boolean;
  readonly allowed: boolean;
}

/** All layers but the last word. */
export type Layers = Omit<Verdict, 'allowed'>;

/** Conjunction of several verdicts. */
export function inAll(verdicts: readonly Layers[]): Verdict {
  const all = (layer: keyof Layers) => verdicts.every((verdict) => verdict[layer]);
  const layers: Layers = {
    egressNetworkPolicy: all('egressNetworkPolicy'),
    ingressNetworkPolicy: all('ingressNetworkPolicy'),
    egressScope: all('egressScope'),
    routed: all('routed'),
    mutualTls: all('mutualTls'),
    authorization: all('authorization'),
  };
  return { ...layers, allowed: Object.values(layers).every(Boolean) };
}
