import { approximate, EXACT, unsupported } from '../../../program';
import { WayInFeature, type WayInFeatureTable } from '../features';

const CONNECTIONS = 'connections reach pods as clients open them';

/** Features of a Service that clients connect to, by a load balancer or by nodes. */
export const SERVICE_FEATURES: WayInFeatureTable = {
  [WayInFeature.HTTP]: EXACT,
  [WayInFeature.HTTP2]: EXACT,
  [WayInFeature.GRPC]: approximate('connections are balanced, not requests: one of gRPC stays with one replica'),
  [WayInFeature.TCP]: EXACT,
  [WayInFeature.TLS_PORT]: EXACT,
  [WayInFeature.UDP]: EXACT,
  [WayInFeature.WILDCARD]: unsupported('it sees no host'),
  [WayInFeature.ANY_HOST]: unsupported('it sees no host: leave the host out'),
  [WayInFeature.PATHS]: approximate('clients may send any request to the port'),
  [WayInFeature.METHODS]: approximate('clients may send any request to the port'),
  [WayInFeature.TIMEOUT]: approximate('nothing ends a request that takes longer'),
  [WayInFeature.GRPC_TIMEOUT]: approximate('nothing ends a request that takes longer'),
  [WayInFeature.STREAMING]: EXACT,
  [WayInFeature.HEADERS]: approximate('nothing sets or removes headers'),
  [WayInFeature.BODY_SIZE]: unsupported('nothing reads bodies'),
  [WayInFeature.CERTIFICATE]: unsupported(`${CONNECTIONS}: the application has to terminate TLS`),
  [WayInFeature.REDIRECT]: unsupported(CONNECTIONS),
  [WayInFeature.ALLOWED_SOURCES]: EXACT,
  [WayInFeature.ANNOTATIONS]: EXACT,
  [WayInFeature.NODE_PORT]: unsupported('the cluster chooses node ports'),
  [WayInFeature.ONE_ATTEMPT]: EXACT,
};
