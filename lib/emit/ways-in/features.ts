import type { FeatureSupport } from '../../program';

/** Features of ways in that exposures need. */
export enum WayInFeature {
  HTTP = 'ports of HTTP/1.1',
  HTTP2 = 'ports of HTTP/2 without TLS',
  GRPC = 'ports of gRPC',
  TCP = 'ports of TCP',
  TLS_PORT = 'ports on which the application itself terminates TLS',
  UDP = 'ports of UDP',
  WILDCARD = 'wildcards as hosts',
  ANY_HOST = 'exposures of every host',
  PATHS = 'requests limited by path',
  METHODS = 'requests limited by HTTP method',
  TIMEOUT = 'timeouts of requests from outside',
  GRPC_TIMEOUT = 'timeouts of gRPC from outside',
  STREAMING = 'streams from outside',
  HEADERS = 'headers of requests from outside',
  BODY_SIZE = 'bounds on the size of bodies',
  CERTIFICATE = 'certificates by Secret',
  REDIRECT = 'redirects to HTTPS',
  ALLOWED_SOURCES = 'clients of allowed sources only',
  ANNOTATIONS = 'annotations of the way in',
  NODE_PORT = 'stated node ports',
  ONE_ATTEMPT = 'requests from outside that are sent once',
}

/** Support of every feature by a way in. */
export type WayInFeatureTable = Readonly<Record<WayInFeature, FeatureSupport>>;
