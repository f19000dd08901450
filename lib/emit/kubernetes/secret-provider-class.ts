/** Secrets that a provider of the CSI driver for secrets reads. */
export interface SecretProviderClassFacts {
  readonly provider: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly objects: readonly Readonly<Record<string, string>>[];
  /** Names of the provider's objects, by the keys of the Secret that has copies of them. */
  readonly keys: Readonly<Record<string, string>>;
  readonly secretName: string;
  readonly type: string;
}

/** Name of the CSI driver for secrets. */
export const SECRETS_STORE_DRIVER = 'secrets-store.csi.k8s.io';

/** Spec of a SecretProviderClass: https://secrets-store-csi-driver.sigs.k8s.io/concepts */
export function secretProviderClassSpec(facts: SecretProviderClassFacts): object {
  const { provider, parameters, objects, keys, secretName, type } = facts;
  return {
    provider,
    parameters: {
      ...parameters,
      ...(objects.length > 0 && objectsOf(provider, objects)),
    },
    ...(Object.keys(keys).length > 0 && {
      secretObjects: [
        {
          secretName,
          type,
          data: Object.entries(keys)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, objectName]) => ({ objectName, key })),
        },
      ],
    }),
  };
}

/** Objects as each provider reads them: YAML, of which JSON is a part. Azure's has a YAML text for each. */
function objectsOf(provider: string, objects: SecretProviderClassFacts['objects']): Record<string, string> {
  if (provider === 'azure') return { objects: JSON.stringify({ array: objects.map((each) => JSON.stringify(each)) }) };
  return { [provider === 'gcp' ? 'secrets' : 'objects']: JSON.stringify(objects) };
}
