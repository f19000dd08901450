import {
  DeploymentWorkload,
  DelegatedRoutePolicy,
  exposedEdges,
  mergedPolicy,
  meshEdges,
  requestPorts,
  unstatedPolicy,
} from '../../../program';
import { Protocol } from '../../../values';
import { destinationRuleSpec } from './destination-rule';
import { gatewaysOf, servedHosts } from './gateway';
import type { IstioFacts } from './istio-facts';
import { routePolicy } from './policies';

/**
 * Policy that a delivery controller writes into the VirtualService and DestinationRules that it makes: one for all
 * requests. Undefined for a controller that makes none.
 */
export function delegatedRoutePolicy(
  facts: DeploymentWorkload,
  { ingressGateway }: Pick<IstioFacts, 'ingressGateway'>,
): DelegatedRoutePolicy | undefined {
  const { delivery, ports, exposures, settings } = facts;
  if (!delivery.ownsRoutes) return undefined;
  const isExposed = ingressGateway !== undefined && exposures.length > 0;
  const others = unstatedPolicy(settings.values.longestRequest);
  const called = meshEdges(facts.inbound).flatMap(({ requests, policy }) => (requests === undefined ? [] : [policy]));
  const exposed = isExposed ? exposedEdges(facts).map(({ policy }) => policy) : [];
  const port = requestPorts(ports).find(({ protocol }) => protocol === Protocol.GRPC) ?? requestPorts(ports)[0]!;
  return {
    provider: 'istio',
    // With the gateway first, the controller would send all requests to one port.
    gateways: isExposed ? ['mesh', ...gatewaysOf(facts)] : [],
    hosts: isExposed ? servedHosts(facts).map(({ host }) => host) : [],
    fields: routePolicy(mergedPolicy([...called, ...exposed], others), port),
    trafficPolicy: destinationRuleSpec(facts).trafficPolicy!,
  };
}
