import { exposureName } from '../../kubernetes';
import { type DeploymentWorkload, meshEdges, type SplitRoutes } from '../../../program';
import { gatewayPorts, gatewayRoutesSpec } from './gateway-routes';
import type { IstioFacts } from './istio-facts';
import { hasVersionRoutes, versionRoutes } from './version-routes';
import { hasRoutes, virtualServiceSpec } from './virtual-service';

/** Routes that split requests of callers and of the gateway, by their VirtualServices. */
export function splitRoutes(
  facts: DeploymentWorkload,
  { ingressGateway }: Pick<IstioFacts, 'ingressGateway'>,
): SplitRoutes[] {
  const { versions, ownsRoutes } = facts.delivery;
  if (versions === undefined || ownsRoutes) return [];
  if (hasVersionRoutes(facts)) {
    const called = meshEdges(facts.inbound)
      .map(({ port }) => port)
      .filter(({ protocol }) => protocol.hasRequests);
    return versionRoutes(facts, [...called, ...(ingressGateway === undefined ? [] : gatewayPorts(facts))]);
  }
  const name = exposureName(facts.name);
  return [
    ...(hasRoutes(meshEdges(facts.inbound).map(({ port }) => port))
      ? [named(facts.name, virtualServiceSpec(facts))]
      : []),
    ...(ingressGateway !== undefined && facts.exposures.length > 0
      ? [named(name, gatewayRoutesSpec(facts, ingressGateway))]
      : []),
  ].filter(({ routes }) => routes.length > 0);
}

function named(virtualService: string, { http = [] }: ReturnType<typeof virtualServiceSpec>): SplitRoutes {
  return { virtualService, routes: http.map(({ name }) => name!) };
}
