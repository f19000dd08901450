import type { Workload } from './workloads';

/** Who calls from where no proxy is and no network policy looks. */
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

/**
 * What each layer says, each as if the others had let the request through; where several pods may get it, all of them.
 */
export interface Verdict {
  readonly egressNetworkPolicy: boolean;
  readonly ingressNetworkPolicy: boolean;
  /** Whether the caller's proxy lets it out: Sidecar and outboundTrafficPolicy. */
  readonly egressScope: boolean;
  /** Whether there is a route and a destination for it, and not 404 or 503. */
  readonly routed: boolean;
  /** Whether the callee's PeerAuthentication takes the connection, plain or not. */
  readonly mutualTls: boolean;
  readonly authorization: boolean;
  readonly allowed: boolean;
}

/** All layers but the last word. */
export type Layers = Omit<Verdict, 'allowed'>;

/** What every one of several verdicts allows. */
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
