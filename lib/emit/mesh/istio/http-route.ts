import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { partyLabels } from '../../kubernetes';
import { CallPolicy } from '../../../program';
import { Protocol, Port } from '../../../values';
import type { InboundCall } from './inbound';
import type { Operation } from './operations';

type Spec = NonNullable<IVirtualService['spec']>;

/** A route of HTTP in a VirtualService. */
export type HttpRoute = NonNullable<Spec['http']>[number];

type Match = NonNullable<HttpRoute['match']>[number];

/** A host that requests go to. */
export interface Destination {
  readonly host: string;
  /** Percent of the requests, where there are several. */
  readonly weight?: number;
}

/** Where requests go, and how. */
export interface RouteOptions {
  readonly name: string;
  readonly destinations: readonly Destination[];
  readonly port: Port;
  readonly policy: CallPolicy;
  readonly match?: readonly Match[];
}

/** What Envoy tries again: answers that say that the request was not carried out, and attempts that took too long. */
const RETRIED = 'connect-failure,refused-stream,gateway-error';
/**
 * The same for gRPC, whose status is in the trailers: an attempt that takes too long is ended by either proxy, by the
 * callee's with a status of gRPC.
 */
const RETRIED_GRPC = `${RETRIED},unavailable,deadline-exceeded`;

/** A route that says everything: Istio would retry twice and wait for ever where nothing is said. */
export function httpRoute({ name, destinations, port, policy, match }: RouteOptions): HttpRoute {
  const { timeout, retries, perTryTimeout } = policy;
  return {
    name,
    ...(match !== undefined && { match: [...match] }),
    route: destinations.map(({ host, weight }) => ({
      destination: { host, port: { number: port.number } },
      ...(weight !== undefined && { weight }),
    })),
    ...(timeout !== undefined && { timeout: duration(timeout) }),
    retries:
      retries === 0
        ? { attempts: 0 }
        : {
            attempts: retries,
            perTryTimeout: duration(perTryTimeout!),
            retryOn: port.protocol === Protocol.GRPC ? RETRIED_GRPC : RETRIED,
          },
  };
}

/** What tells the requests of a call from others, by the caller's proxy. */
export function matchOf(
  { call, caller, port }: InboundCall,
  { methods, paths: [path] = [] }: Operation,
  namePort: boolean,
): Match {
  return {
    sourceLabels: partyLabels(call.caller),
    sourceNamespace: caller.namespace,
    ...(namePort && { port: port.number }),
    ...(methods !== undefined && {
      method: methods.length === 1 ? { exact: methods[0]! } : { regex: methods.join('|') },
    }),
    ...(path !== undefined && { uri: uriMatch(path) }),
  };
}

/** Milliseconds as Istio writes them. */
export function duration(millis: number): string {
  return millis % 1000 === 0 ? `${millis / 1000}s` : `${millis}ms`;
}

/** Paths as policies state them: exact, or with a `*` at either end. */
function uriMatch(path: string): NonNullable<Match['uri']> {
  if (path.startsWith('*')) return { regex: `.*${escape(path.slice(1))}` };
  return path.endsWith('*') ? { prefix: path.slice(0, -1) } : { exact: path };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
