import type { Duration } from 'cdk8s';
import { type RemoteKey, secondsOf, type SecretStore } from '../../values';

/** A Secret that external-secrets makes from a store. */
export interface ExternalSecretSpecFacts {
  readonly secretName: string;
  readonly store: SecretStore;
  readonly keys: Readonly<Record<string, RemoteKey>>;
  /** Secrets of the store whose properties all become keys. */
  readonly extract: readonly string[];
  readonly refreshInterval: Duration;
  readonly template: Readonly<Record<string, string>>;
  readonly type?: string;
}

/** Spec of an ExternalSecret: https://external-secrets.io/latest/api/externalsecret/ */
export function externalSecretSpec(facts: ExternalSecretSpecFacts): object {
  const { secretName, store, keys, extract, refreshInterval, template, type } = facts;
  const hasTemplate = Object.keys(template).length > 0;
  return {
    refreshInterval: `${secondsOf(refreshInterval)}s`,
    secretStoreRef: { kind: store.kind, name: store.name },
    target: {
      name: secretName,
      ...((hasTemplate || type !== undefined) && {
        template: {
          engineVersion: 'v2',
          ...(type !== undefined && { type }),
          ...(hasTemplate && { data: template }),
        },
      }),
    },
    ...(Object.keys(keys).length > 0 && {
      data: Object.entries(keys)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([secretKey, { key, property, version }]) => ({
          secretKey,
          remoteRef: { key, ...(property !== undefined && { property }), ...(version !== undefined && { version }) },
        })),
    }),
    ...(extract.length > 0 && { dataFrom: extract.map((key) => ({ extract: { key } })) }),
  };
}
