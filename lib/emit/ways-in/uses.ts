import { type DeploymentWorkload, type FeatureSupport, POLICIES } from '../../program';
import { Protocol } from '../../values';
import { exposed, type ExposedPort } from './exposed';
import { WayInFeature } from './features';
import { waysInWith } from './providers';
import type { WayIn } from './way-in';

/** A microservice and the way in of its platform. */
export interface WayInUses {
  readonly wayIn: WayIn;
  readonly microservice: DeploymentWorkload;
}

/** A feature of ways in, and the exposures that need it. */
interface Use {
  readonly feature: WayInFeature;
  readonly support: FeatureSupport;
  /** Names of the ways in that support it exactly. */
  readonly providers: readonly string[];
  /** Hosts and ports of the exposures. */
  readonly subjects: readonly string[];
}

const OF_PROTOCOL = new Map([
  [Protocol.HTTP, WayInFeature.HTTP],
  [Protocol.HTTP2, WayInFeature.HTTP2],
  [Protocol.GRPC, WayInFeature.GRPC],
  [Protocol.TCP, WayInFeature.TCP],
  [Protocol.TLS, WayInFeature.TLS_PORT],
  [Protocol.UDP, WayInFeature.UDP],
]);

/** Features that one exposure needs. */
function featuresOf({ exposure, port: { protocol } }: ExposedPort, { provider, endsTls }: Facts): WayInFeature[] {
  const { host = '', options = {}, tlsSecret, httpsRedirect, allowedSources, annotations } = exposure;
  const isGrpc = protocol === Protocol.GRPC;
  const redirects = httpsRedirect ?? (tlsSecret !== undefined && endsTls !== true);
  const stated: readonly (readonly [WayInFeature, boolean])[] = [
    [OF_PROTOCOL.get(protocol) ?? WayInFeature.TCP, true],
    [WayInFeature.ANY_HOST, host === '*'],
    [WayInFeature.WILDCARD, host.startsWith('*.')],
    [WayInFeature.PATHS, protocol.hasRequests && (options.paths ?? []).length > 0],
    [WayInFeature.METHODS, protocol.hasRequests && !isGrpc && (options.methods ?? []).length > 0],
    [WayInFeature.GRPC_TIMEOUT, isGrpc && options.timeout !== undefined],
    [WayInFeature.TIMEOUT, !isGrpc && options.timeout !== undefined],
    [WayInFeature.STREAMING, options.streaming === true],
    [WayInFeature.HEADERS, POLICIES.headers.isStated(options)],
    [WayInFeature.BODY_SIZE, exposure.maxBodySize !== undefined],
    [WayInFeature.CERTIFICATE, tlsSecret !== undefined],
    [WayInFeature.REDIRECT, redirects],
    [WayInFeature.ALLOWED_SOURCES, allowedSources.length > 0],
    [WayInFeature.ANNOTATIONS, Object.keys(annotations).length > 0],
    [WayInFeature.NODE_PORT, exposure.nodePort !== undefined],
    [WayInFeature.ONE_ATTEMPT, provider === 'GatewayApi' && protocol === Protocol.HTTP],
  ];
  return stated.flatMap(([feature, isStated]) => (isStated ? [feature] : []));
}

type Facts = DeploymentWorkload['wayIn'];

/** Statements of a microservice's exposures that a way in supports at a level. */
export function usesOf({ wayIn, microservice }: WayInUses, level: FeatureSupport['level']): Use[] {
  const subjects = new Map<WayInFeature, Set<string>>();
  for (const each of exposed(microservice))
    for (const feature of featuresOf(each, microservice.wayIn)) {
      const known = subjects.get(feature) ?? new Set();
      subjects.set(feature, known.add(each.exposure.host ?? `port ${each.port.number}`));
    }
  return Object.values(WayInFeature).flatMap((feature) => {
    const support = wayIn._features[feature];
    const stated = subjects.get(feature);
    return stated === undefined || support.level !== level
      ? []
      : [{ feature, support, providers: waysInWith(feature), subjects: [...stated].sort() }];
  });
}
