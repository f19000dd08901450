import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { type EdgePolicy, EXACT, type FeatureSupport, POLICY_NAMES, type PolicyName } from '../../../program';
import { type Port, Protocol } from '../../../values';
import { duration } from './duration';

/** An HTTP route of a VirtualService. */
export type HttpRoute = NonNullable<NonNullable<IVirtualService['spec']>['http']>[number];

/** Fields of a route that carry policies of calls. */
export type RoutePolicy = Pick<HttpRoute, 'timeout' | 'retries' | 'headers'>;

interface IstioPolicy<Value> {
  readonly support: FeatureSupport;
  /** Fields of the route to a port. */
  readonly fields: (value: Value, port: Port) => RoutePolicy;
}

/** Retried statuses: the request was not carried out, or the attempt timed out. */
const RETRIED = 'connect-failure,refused-stream,gateway-error';

/** gRPC has its status in the trailers. The callee's proxy ends a slow attempt with a status of its own. */
const RETRIED_GRPC = `${RETRIED},unavailable,deadline-exceeded`;

/** Every policy of calls, in the fields of Istio's routes. */
export const ISTIO_POLICIES: { readonly [Name in PolicyName]: IstioPolicy<EdgePolicy[Name]> } = {
  timeout: {
    support: EXACT,
    fields: (timeout) => (timeout === undefined ? {} : { timeout: duration(timeout) }),
  },
  // Istio retries twice where a route has no retries.
  retries: {
    support: EXACT,
    fields: (retries, { protocol }) => ({
      retries:
        retries === undefined
          ? { attempts: 0 }
          : {
              attempts: retries.attempts,
              perTryTimeout: duration(retries.perTryTimeout),
              retryOn: protocol === Protocol.GRPC ? RETRIED_GRPC : RETRIED,
            },
    }),
  },
  headers: {
    support: EXACT,
    fields: (headers) =>
      headers === undefined
        ? {}
        : {
            headers: {
              request: {
                ...(Object.keys(headers.set).length > 0 && { set: { ...headers.set } }),
                ...(headers.remove.length > 0 && { remove: [...headers.remove] }),
              },
            },
          },
  },
};

/** Support of each policy of calls. */
export const ISTIO_POLICY_SUPPORT = Object.fromEntries(
  POLICY_NAMES.map((name) => [name, ISTIO_POLICIES[name].support]),
) as Readonly<Record<PolicyName, FeatureSupport>>;

/** A policy in the fields of the route to a port. */
export function routePolicy(policy: EdgePolicy, port: Port): RoutePolicy {
  return Object.assign({}, ...POLICY_NAMES.map((name) => fieldsOf(name, policy, port))) as RoutePolicy;
}

function fieldsOf<Name extends PolicyName>(name: Name, policy: EdgePolicy, port: Port): RoutePolicy {
  const { fields }: IstioPolicy<EdgePolicy[Name]> = ISTIO_POLICIES[name];
  return fields(policy[name], port);
}
