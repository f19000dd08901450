import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { activatedPorts, DeploymentWorkload, serviceOf, unstatedPolicy } from '../../../program';
import { destinationsOf } from './destinations';
import { activatorHost, serviceHost } from './hosts';
import { httpRoute } from './http-route';
import type { HttpRoute } from './policies';

type Spec = NonNullable<IVirtualService['spec']>;

/** Routes to the activator instead of the pods, under the one host by which it tells microservices apart. */
export function throughActivator(spec: Spec, facts: DeploymentWorkload): Spec {
  const { activator, namespace, cluster } = facts;
  if (activator === undefined) return spec;
  const route = [
    { destination: { host: activatorHost(activator, cluster), port: { number: activator.service.port } } },
  ];
  return {
    ...spec,
    http: (spec.http ?? []).map((each): HttpRoute => ({
      ...each,
      rewrite: { authority: serviceHost(serviceOf(facts), namespace, cluster) },
      route,
    })),
  };
}

/** The same for a gateway, which alone knows the host of the client's request. */
export function throughActivatorFromGateway(spec: Spec, facts: DeploymentWorkload): Spec {
  const { http = [], ...rest } = throughActivator(spec, facts);
  return facts.activator === undefined
    ? spec
    : {
        ...rest,
        http: http.map((each): HttpRoute => ({
          ...each,
          headers: { request: { set: { 'x-forwarded-host': '%REQ(:AUTHORITY)%' } } },
        })),
      };
}

/**
 * Retries of a connection to the pods: nodes learn of a new pod a little later than the activator. No request has been
 * sent yet.
 */
const CONNECTION_RETRIES = 10;

/** Policy without a limit, since the callers' proxies apply theirs. */
const CONNECTING = { ...unstatedPolicy(undefined), timeout: undefined };

/**
 * Routes from the activator to the pods. Timeouts and retries are those of the callers' proxies, which wait meanwhile.
 */
export function fromActivator(facts: DeploymentWorkload): HttpRoute[] {
  const { activator, ports } = facts;
  if (activator === undefined) return [];
  const alone = ports.filter(({ protocol }) => protocol.hasRequests).length === 1;
  return activatedPorts(facts)
    .map((port) =>
      httpRoute({
        name: alone ? 'from-activator' : `from-activator-${port.number}`,
        destinations: destinationsOf(facts),
        port,
        policy: CONNECTING,
        // Matches only the namespace: wrong pod labels would send requests in a circle.
        match: [{ sourceNamespace: activator.service.namespace, ...(!alone && { port: port.number }) }],
      }),
    )
    .map((route) => ({ ...route, retries: { attempts: CONNECTION_RETRIES, retryOn: 'connect-failure' } }));
}
