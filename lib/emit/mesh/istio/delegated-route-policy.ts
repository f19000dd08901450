import { exposureName } from '../../kubernetes';
import {
  DeploymentWorkload,
  DelegatedRoutePolicy,
  mergedPolicy,
  meshEdges,
  unstatedPolicy,
  requestPorts,
} from '../../../program';
import { Protocol } from '../../../values';
import { destinationRuleSpec } from './destination-rule';
import { gatewayRoutesSpec } from './gateway';
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
  const { name, namespace, delivery, ports, exposures, settings } = facts;
  if (!delivery.ownsRoutes) return undefined;
  const isExposed = ingressGateway !== undefined && exposures.length > 0;
  const others = unstatedPolicy(settings.values.longestRequest);
  const called = meshEdges(facts.inbound).flatMap(({ requests, policy }) => (requests === undefined ? [] : [policy]));
  const port = requestPorts(ports).find(({ protocol }) => protocol === Protocol.GRPC) ?? requestPorts(ports)[0]!;
  return {
    provider: 'istio',
    // With the gateway first, the controller would send all requests to one port.
    gateways: isExposed ? ['mesh', `${namespace}/${exposureName(name)}`] : [],
    hosts: isExposed ? [...(gatewayRoutesSpec(facts, '').hosts ?? [])] : [],
    fields: routePolicy(mergedPolicy([...called, ...(isExposed ? [others] : [])], others), port),
    trafficPolicy: destinationRuleSpec(facts).trafficPolicy!,
  };
}
