import { KindSchema } from './closed-schema';
import { list, mapOf, metadata, number, object, text } from './schemas';

const middleware = object({
  ipAllowList: object({ sourceRange: list(text) }),
  buffering: object({ maxRequestBodyBytes: number }),
  redirectScheme: object({ scheme: text, permanent: { type: 'boolean' } }),
  headers: object({ customRequestHeaders: mapOf(text) }),
});

/**
 * Kinds of Traefik, of which no package among the tools has types: the fields that the library may state, as
 * https://github.com/traefik/traefik/tree/v3.7/docs/content/reference/dynamic-configuration has them.
 */
export const TRAEFIK_KINDS: Readonly<Record<string, KindSchema>> = {
  'traefik.io/v1alpha1/Middleware': {
    schema: object(
      { apiVersion: { enum: ['traefik.io/v1alpha1'] }, kind: { enum: ['Middleware'] }, metadata, spec: middleware },
      ['apiVersion', 'kind', 'metadata', 'spec'],
    ),
  },
};
