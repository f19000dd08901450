import { approximate, EXACT, unsupported } from '../../../program';
import { WayInFeature, type WayInFeatureTable } from '../features';

const BYTES = unsupported('an Ingress carries HTTP alone');

const COMMON = {
  [WayInFeature.HTTP]: EXACT,
  [WayInFeature.GRPC]: EXACT,
  [WayInFeature.TCP]: BYTES,
  [WayInFeature.TLS_PORT]: BYTES,
  [WayInFeature.UDP]: BYTES,
  [WayInFeature.WILDCARD]: EXACT,
  [WayInFeature.ANY_HOST]: EXACT,
  [WayInFeature.PATHS]: EXACT,
  [WayInFeature.METHODS]: approximate(
    'an Ingress lets every method through; the authorization of a mesh refuses others',
  ),
  [WayInFeature.BODY_SIZE]: EXACT,
  [WayInFeature.CERTIFICATE]: EXACT,
  [WayInFeature.REDIRECT]: EXACT,
  [WayInFeature.ALLOWED_SOURCES]: EXACT,
  [WayInFeature.ANNOTATIONS]: EXACT,
  [WayInFeature.NODE_PORT]: unsupported('the controller has a Service of its own'),
  [WayInFeature.ONE_ATTEMPT]: EXACT,
} as const;

const IDLE = approximate('nginx ends a request on which nothing moved for that long, not one that takes longer');

/** Features of ingress-nginx. */
export const NGINX_FEATURES: WayInFeatureTable = {
  ...COMMON,
  [WayInFeature.HTTP2]: unsupported('nginx speaks HTTP/2 to pods for gRPC alone'),
  [WayInFeature.TIMEOUT]: IDLE,
  [WayInFeature.GRPC_TIMEOUT]: IDLE,
  [WayInFeature.STREAMING]: approximate('nginx ends a stream on which nothing moved for an hour'),
  [WayInFeature.HEADERS]: unsupported('only snippets change headers of requests, which controllers refuse by default'),
};

const TRANSPORT = approximate('Traefik waits as long as its own configuration says');

/** Features of Traefik. */
export const TRAEFIK_FEATURES: WayInFeatureTable = {
  ...COMMON,
  [WayInFeature.HTTP2]: EXACT,
  [WayInFeature.TIMEOUT]: TRANSPORT,
  [WayInFeature.GRPC_TIMEOUT]: TRANSPORT,
  [WayInFeature.STREAMING]: EXACT,
  [WayInFeature.HEADERS]: EXACT,
};
