type Json = Readonly<Record<string, any>>;

/** A Secret that a controller makes of an object. */
export interface MadeSecret {
  readonly name: string;
  /** Keys of the Secret. Undefined where they cannot be told. */
  readonly keys?: readonly string[];
}

/** Kinds of objects of which controllers make Secrets, with API groups. */
export const SECRET_MAKERS: readonly string[] = [
  'external-secrets.io/ExternalSecret',
  'secrets-store.csi.x-k8s.io/SecretProviderClass',
  'bitnami.com/SealedSecret',
  'cert-manager.io/Certificate',
];

/** Secrets that a controller makes of an object. */
export function madeSecrets({ kind, metadata = {}, spec = {} }: Json): MadeSecret[] {
  const own = String(metadata['name']);
  switch (kind) {
    case 'ExternalSecret':
      return [{ name: spec['target']?.name ?? own, ...externalKeys(spec) }];
    case 'SecretProviderClass':
      return ((spec['secretObjects'] ?? []) as Json[]).map(({ secretName, data = [] }) => ({
        name: secretName as string,
        keys: (data as Json[]).map(({ key }) => key as string),
      }));
    case 'SealedSecret':
      return [
        {
          name: spec['template']?.metadata?.name ?? own,
          keys: [...Object.keys(spec['encryptedData'] ?? {}), ...Object.keys(spec['template']?.data ?? {})],
        },
      ];
    case 'Certificate':
      return [{ name: String(spec['secretName']) }];
    default:
      return [];
  }
}

function externalKeys({ data = [], dataFrom = [], target }: Json): { keys?: string[] } {
  const { template, creationPolicy } = (target ?? {}) as Json;
  const ofTemplate = Object.keys(template?.data ?? {});
  // What others put into the Secret, and what the store holds, is not known.
  const isOpen = dataFrom.length > 0 || creationPolicy === 'Merge' || creationPolicy === 'CreateOrMerge';
  const replaces = ofTemplate.length > 0 && template.mergePolicy !== 'Merge';
  if (template?.templateFrom !== undefined) return {};
  if (replaces) return creationPolicy === undefined || creationPolicy === 'Owner' ? { keys: ofTemplate } : {};
  if (isOpen) return {};
  return { keys: [...(data as Json[]).map(({ secretKey }) => secretKey as string), ...ofTemplate] };
}
