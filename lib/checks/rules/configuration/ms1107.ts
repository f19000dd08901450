import { isObjectName } from '../../../emit/kubernetes';
import { type Rule, Severity } from '../../../errors';
import { keyProblems } from './ms1106';

/** Secrets of a provider of the CSI driver for secrets. */
export interface ProviderFacts {
  readonly provider: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly objects: readonly Readonly<Record<string, string>>[];
  readonly keys: Readonly<Record<string, string>>;
  readonly secretName: string;
}

/** A SecretProviderClass that mounts nothing. */
export const MS1107: Rule<ProviderFacts> = {
  code: 'MS1107',
  title: 'a SecretProviderClass mounts no secret',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A SecretProviderClass names a provider and the objects that it reads, once: as `objects` or as the parameter ' +
    'of the provider. Keys of a Secret are those that Kubernetes takes.',
  reads: 'the SecretProviderClass',

  evaluate: ({ provider, parameters, objects, keys, secretName }) => {
    const field = provider === 'gcp' ? 'secrets' : 'objects';
    return [
      ...(/^[A-Za-z0-9_.-]{1,30}$/.test(provider)
        ? []
        : [
            {
              message: 'invalid name of a provider of secrets',
              given: `it was '${provider}'`,
              allowed: 'at most 30 letters, digits, dashes, dots and underscores',
              fix: 'state the name of an installed provider, such as vault, aws, azure or gcp',
            },
          ]),
      ...(objects.length > 0 && Object.hasOwn(parameters, field)
        ? [
            {
              message: 'objects of a provider are stated twice',
              given: `objects and parameters.${field} were stated`,
              allowed: 'one of them',
              fix: `leave parameters.${field} out`,
            },
          ]
        : []),
      ...(objects.length === 0 && Object.keys(parameters).length === 0
        ? [
            {
              message: 'a SecretProviderClass reads no object',
              given: 'it had no objects and no parameters',
              allowed: 'one object or more',
              fix: "state objects: [{ objectName: '…' }] with the fields of the provider",
            },
          ]
        : []),
      ...keyProblems(Object.keys(keys)),
      ...(isObjectName(secretName)
        ? []
        : [
            {
              message: 'Kubernetes refuses the name of a Secret',
              given: `it was '${secretName}'`,
              allowed: 'a DNS subdomain',
              fix: 'correct secretName',
            },
          ]),
    ];
  },
};
