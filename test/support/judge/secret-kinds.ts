import type { KindSchema, Schema } from './closed-schema';
import { list, mapOf, metadata, object, text } from './schemas';

const kind = (apiVersion: string, name: string, spec: Schema): Readonly<Record<string, KindSchema>> => ({
  [`${apiVersion}/${name}`]: {
    schema: object({ apiVersion: { enum: [apiVersion] }, kind: { enum: [name] }, metadata, spec }, [
      'apiVersion',
      'kind',
      'metadata',
      'spec',
    ]),
  },
});

const store = object({ name: text, kind: { enum: ['SecretStore', 'ClusterSecretStore'] } }, ['name', 'kind']);
const remote = object({ key: text, property: text, version: text }, ['key']);
const template = object({ engineVersion: { enum: ['v2'] }, type: text, data: mapOf(text) });

const externalSecret = object({
  refreshInterval: text,
  secretStoreRef: store,
  target: object({ name: text, template }),
  data: list(object({ secretKey: text, remoteRef: remote }, ['secretKey', 'remoteRef'])),
  dataFrom: list(object({ extract: remote }, ['extract'])),
});

const copies = object({ secretName: text, type: text, data: list(object({ objectName: text, key: text })) });

/**
 * Kinds of external-secrets and of the CSI driver for secrets: the fields that the library may state, as the types of
 * external-secrets v1.3.2 and of secrets-store-csi-driver's `apis/v1` have them.
 */
export const SECRET_KINDS: Readonly<Record<string, KindSchema>> = {
  ...kind('external-secrets.io/v1', 'ExternalSecret', externalSecret),
  ...kind('external-secrets.io/v1beta1', 'ExternalSecret', externalSecret),
  ...kind(
    'secrets-store.csi.x-k8s.io/v1',
    'SecretProviderClass',
    object({ provider: text, parameters: mapOf(text), secretObjects: list(copies) }, ['provider']),
  ),
};
