import { exposureName } from '../../kubernetes';
import { defaultPolicy, DelegatedRoutePolicy, MicroserviceFacts, policyOf, sharedPolicy } from '../../../program';
import { Protocol } from '../../../values';
import { destinationRuleSpec } from './destination-rule';
import { gatewayRoutesSpec } from './gateway';
import { httpRoute } from './http-route';
import { inboundCalls } from './inbound';
import type { IstioFacts } from './istio-facts';

/**
 * What a delivery controller puts into VirtualService and DestinationRules that it makes: one policy for all requests;
 * none where it makes none.
 */
export function delegatedRoutePolicy(
  facts: MicroserviceFacts,
  { ingressGateway }: Pick<IstioFacts, 'ingressGateway'>,
): DelegatedRoutePolicy | undefined {
  const { name, namespace, delivery, ports, exposures, settings } = facts;
  if (!delivery.ownsRoutes) return undefined;
  const isExposed = ingressGateway !== undefined && exposures.length > 0;
  const others = defaultPolicy(settings.values.longestRequest);
  const called = inboundCalls(facts)
    .filter(({ port }) => port.protocol.hasRequests)
    .map(({ call }) => policyOf(call));
  const port =
    ports.find(({ protocol }) => protocol === Protocol.GRPC) ?? ports.find(({ protocol }) => protocol.hasRequests)!;
  const { timeout, retries } = httpRoute({
    name,
    destinations: [],
    port,
    policy: sharedPolicy([...called, ...(isExposed ? [others] : [])], others),
  });
  return {
    provider: 'istio',
    // With the gateway first, the controller would send all requests to one port.
    gateways: isExposed ? ['mesh', `${namespace}/${exposureName(name)}`] : [],
    hosts: isExposed ? [...(gatewayRoutesSpec(facts, '').hosts ?? [])] : [],
    ...(timeout !== undefined && { timeout }),
    retries: retries!,
    trafficPolicy: destinationRuleSpec(facts).trafficPolicy!,
  };
}
