import type { WayInFeature, WayInFeatureTable } from './features';
import { gatewayApiFeatures } from './gateway-api/features';
import { GatewayApiVersion } from './gateway-api/gateway-api-version';
import { GatewayClass } from './gateway-api/gateway-class';
import { NGINX_FEATURES, TRAEFIK_FEATURES } from './ingress/features';
import { SERVICE_FEATURES } from './load-balancer/features';
import { NODE_PORT_FEATURES } from './node-ports/features';

/** Features of each way in with all its facts stated, by the name of its class. */
export const WAYS_IN: Readonly<Record<string, WayInFeatureTable>> = {
  'GatewayApi of Istio': gatewayApiFeatures({
    version: GatewayApiVersion.of('1.7'),
    gatewayClass: GatewayClass.istio(),
  }),
  'GatewayApi of others': gatewayApiFeatures({
    version: GatewayApiVersion.of('1.7'),
    gatewayClass: GatewayClass.envoyGateway(),
  }),
  'IngressController.nginx': NGINX_FEATURES,
  'IngressController.traefik': TRAEFIK_FEATURES,
  LoadBalancer: SERVICE_FEATURES,
  NodePort: NODE_PORT_FEATURES,
};

/** Names of the ways in that support a feature exactly. */
export function waysInWith(feature: WayInFeature): string[] {
  return Object.entries(WAYS_IN)
    .filter(([, features]) => features[feature].level === 'exact')
    .map(([name]) => name);
}
