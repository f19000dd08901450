import { approximate, EXACT, type FeatureSupport, unsupported } from '../../../program';
import { WayInFeature, type WayInFeatureTable } from '../features';
import { type GatewayApiFacts, SINCE } from './facts';

/** Features of an installation of the Gateway API. */
export function gatewayApiFeatures({
  version,
  gatewayClass,
  gateway,
}: Pick<GatewayApiFacts, 'version' | 'gatewayClass' | 'gateway'>): WayInFeatureTable {
  const since = (minor: number, kind: string): FeatureSupport =>
    version.atLeast(minor)
      ? EXACT
      : unsupported(`${kind} is standard from Gateway API 1.${minor}, and the platform states ${version}`);
  const canRedirect =
    gateway === undefined || (gateway.httpListener !== undefined && gateway.httpsListener !== undefined);
  return {
    [WayInFeature.HTTP]: EXACT,
    [WayInFeature.HTTP2]: EXACT,
    [WayInFeature.GRPC]: EXACT,
    [WayInFeature.TCP]: since(SINCE.tcpRoute, 'TCPRoute'),
    [WayInFeature.TLS_PORT]: since(SINCE.tlsRoute, 'TLSRoute'),
    [WayInFeature.UDP]: since(SINCE.udpRoute, 'UDPRoute'),
    [WayInFeature.WILDCARD]: EXACT,
    [WayInFeature.ANY_HOST]: EXACT,
    [WayInFeature.PATHS]: EXACT,
    [WayInFeature.METHODS]: EXACT,
    [WayInFeature.TIMEOUT]: EXACT,
    [WayInFeature.GRPC_TIMEOUT]: approximate('GRPCRoute has no timeouts: nothing ends a request that takes longer'),
    [WayInFeature.STREAMING]: EXACT,
    [WayInFeature.HEADERS]: EXACT,
    [WayInFeature.BODY_SIZE]: unsupported('no route bounds bodies'),
    [WayInFeature.CERTIFICATE]:
      gateway === undefined ? EXACT : unsupported("the listener of the platform's Gateway has the certificates"),
    [WayInFeature.REDIRECT]: canRedirect
      ? EXACT
      : unsupported('the Gateway of the platform states no httpListener and httpsListener'),
    [WayInFeature.ALLOWED_SOURCES]: gatewayClass._isIstio
      ? EXACT
      : unsupported('no route tells clients apart by their address'),
    [WayInFeature.ANNOTATIONS]: unsupported('the Gateway has a load balancer of its own'),
    [WayInFeature.NODE_PORT]: unsupported('the Gateway has a Service of its own'),
    [WayInFeature.ONE_ATTEMPT]:
      gatewayClass._isIstio && !version.atLeast(SINCE.retry)
        ? approximate(
            `HTTPRoute has retry from Gateway API 1.${SINCE.retry}; Istio sends a request that no pod took up to ` +
              'twice more where a route has none',
          )
        : EXACT,
  };
}
