import { type DeploymentWorkload, exposureCall, policyOf, unique } from '../../../program';
import { bytes, Protocol } from '../../../values';
import type { ExposedPort } from '../exposed';
import type { IngressFacts } from './facts';

type Exposed = Pick<DeploymentWorkload, 'ports' | 'endpoint'>;

const PREFIX = 'traefik.ingress.kubernetes.io';

/** Spec of a Middleware, `traefik.io/v1alpha1`, as far as it is used. */
export interface MiddlewareSpec {
  readonly ipAllowList?: { readonly sourceRange: readonly string[] };
  readonly buffering?: { readonly maxRequestBodyBytes: number };
  readonly redirectScheme?: { readonly scheme: 'https'; readonly permanent: true };
  readonly headers?: { readonly customRequestHeaders: Readonly<Record<string, string>> };
}

/** Middlewares of an exposure, by the end of their names, in the order in which requests pass them. */
export function middlewares(facts: Exposed, { exposure }: ExposedPort): [string, MiddlewareSpec][] {
  const { headers } = policyOf(exposureCall(exposure, facts));
  const { allowedSources, maxBodySize } = exposure;
  return [
    ...(allowedSources.length === 0
      ? []
      : [['sources', { ipAllowList: { sourceRange: unique(allowedSources) } }] as [string, MiddlewareSpec]]),
    ...(maxBodySize === undefined
      ? []
      : [['body', { buffering: { maxRequestBodyBytes: bytes(maxBodySize) } }] as [string, MiddlewareSpec]]),
    ...(headers === undefined
      ? []
      : [
          [
            'headers',
            {
              headers: {
                // An empty value removes the header.
                customRequestHeaders: {
                  ...headers.set,
                  ...Object.fromEntries(headers.remove.map((each) => [each, ''])),
                },
              },
            },
          ] as [string, MiddlewareSpec],
        ]),
  ];
}

/** Sends plain HTTP to HTTPS. */
export const REDIRECT: MiddlewareSpec = { redirectScheme: { scheme: 'https', permanent: true } };

/** Annotations of an Ingress: its entry point and its middlewares, which are in its namespace. */
export function traefikAnnotations(
  namespace: string,
  names: readonly string[],
  isSecure: boolean,
): Record<string, string> {
  return {
    [`${PREFIX}/router.entrypoints`]: isSecure ? 'websecure' : 'web',
    ...(names.length > 0 && {
      [`${PREFIX}/router.middlewares`]: names.map((name) => `${namespace}-${name}@kubernetescrd`).join(','),
    }),
  };
}

/** Annotations of the Service by which Traefik reaches a port. */
export function traefikServiceAnnotations(
  { port: { protocol } }: ExposedPort,
  { serviceAccount }: IngressFacts,
): Record<string, string> {
  return {
    ...(protocol !== Protocol.HTTP && { [`${PREFIX}/service.serversscheme`]: 'h2c' }),
    // Its proxy knows Services, and neither the addresses of pods nor the hosts of clients.
    ...(serviceAccount !== undefined && {
      [`${PREFIX}/service.nativelb`]: 'true',
      [`${PREFIX}/service.passhostheader`]: 'false',
    }),
  };
}
