import type { IVirtualService } from '@kubernetes-models/istio/networking.istio.io/v1/VirtualService';
import { type EdgePolicy, heldPorts, DeploymentWorkload } from '../../../program';
import { destinationsOf } from './destinations';
import { activatorHost, serviceHost } from './hosts';
import { httpRoute } from './http-route';
import type { HttpRoute } from './policies';

type Spec = NonNullable<IVirtualService['spec']>;

/**
 * Routes that lead to what holds requests instead of to the pods, under the one name by which it tells microservices
 * apart.
 */
export function throughActivator(spec: Spec, facts: DeploymentWorkload): Spec {
  const { activator, name, namespace, cluster } = facts;
  if (activator === undefined) return spec;
  const route = [
    { destination: { host: activatorHost(activator, cluster), port: { number: activator.service.port } } },
  ];
  return {
    ...spec,
    http: (spec.http ?? []).map((each): HttpRoute => ({
      ...each,
      rewrite: { authority: serviceHost(name, namespace, cluster) },
      route,
    })),
  };
}

/** The same for a gateway, which is the only one to know under which host clients came. */
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
 * Times that a connection to the pods is tried again: nodes learn of a new pod a little later than what holds requests.
 * Nothing was sent yet.
 */
const CONNECTION_RETRIES = 10;

/** Policies are those of callers' proxies, which wait meanwhile. */
const CONNECTING: EdgePolicy = { timeout: undefined, retries: undefined, headers: undefined };

/** How requests go on to the pods: timeouts and retries are those of callers' proxies, which wait meanwhile. */
export function fromActivator(facts: DeploymentWorkload): HttpRoute[] {
  const { activator, ports } = facts;
  if (activator === undefined) return [];
  const alone = ports.filter(({ protocol }) => protocol.hasRequests).length === 1;
  return heldPorts(facts)
    .map((port) =>
      httpRoute({
        name: alone ? 'from-activator' : `from-activator-${port.number}`,
        destinations: destinationsOf(facts),
        port,
        policy: CONNECTING,
        // By namespace alone: labels that were stated wrongly would lead requests round and round.
        match: [{ sourceNamespace: activator.service.namespace, ...(!alone && { port: port.number }) }],
      }),
    )
    .map((route) => ({ ...route, retries: { attempts: CONNECTION_RETRIES, retryOn: 'connect-failure' } }));
}
