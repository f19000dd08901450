import { type DeploymentWorkload, exposureCall, policyOf, unique } from '../../../program';
import { bytes, Protocol } from '../../../values';
import type { ExposedPort } from '../exposed';
import type { IngressFacts } from './facts';

type Exposed = Pick<DeploymentWorkload, 'name' | 'namespace' | 'cluster' | 'ports' | 'endpoint'>;

/** Seconds without a byte after which a stream is ended. */
const STREAM_SECONDS = 3600;

/** Annotations: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/ */
export function nginxAnnotations(
  facts: Exposed,
  { exposure, port }: ExposedPort,
  { serviceAccount }: IngressFacts,
): Record<string, string> {
  const { timeout } = policyOf(exposureCall(exposure, facts));
  const seconds = `${timeout === undefined ? STREAM_SECONDS : Math.ceil(timeout / 1000)}`;
  const { tlsSecret, httpsRedirect = true, allowedSources, maxBodySize } = exposure;
  const stated: Record<string, string> = {
    'proxy-read-timeout': seconds,
    'proxy-send-timeout': seconds,
    // It sends a request that failed to another pod otherwise.
    'proxy-next-upstream': 'off',
    ...(port.protocol === Protocol.GRPC && { 'backend-protocol': 'GRPC' }),
    ...(tlsSecret !== undefined && { 'ssl-redirect': `${httpsRedirect}` }),
    ...(allowedSources.length > 0 && { 'whitelist-source-range': unique(allowedSources).join(',') }),
    ...(maxBodySize !== undefined && { 'proxy-body-size': `${Math.ceil(bytes(maxBodySize) / 1024)}k` }),
    // Its proxy knows Services, and neither the addresses of pods nor the hosts of clients.
    ...(serviceAccount !== undefined && {
      'service-upstream': 'true',
      'upstream-vhost': `${facts.name}.${facts.namespace}.svc.${facts.cluster.domain}`,
    }),
  };
  return Object.fromEntries(
    Object.entries(stated).map(([key, value]) => [`nginx.ingress.kubernetes.io/${key}`, value]),
  );
}
