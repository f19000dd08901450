import { isObjectName } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity } from '../../../errors';
import { isWhole, type RemoteKey, secondsOf, type SecretStore } from '../../../values';
import type { Duration } from 'cdk8s';

/** A Secret that external-secrets makes. */
export interface ExternalSecretFacts {
  readonly apiVersion: string;
  readonly secretName: string;
  readonly store: SecretStore | undefined;
  readonly keys: Readonly<Record<string, RemoteKey>>;
  readonly extract: readonly string[];
  readonly refreshInterval: Duration;
  readonly template: Readonly<Record<string, string>>;
}

/** Names that a template of Go takes. */
const TAKEN = /\{\{-?\s*\.(\w+)\s*-?\}\}/g;

/** An ExternalSecret that makes no Secret. */
export const MS1106: Rule<ExternalSecretFacts> = {
  code: 'MS1106',
  title: 'an ExternalSecret makes no Secret',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An ExternalSecret names a store, its own or that of the cluster, and at least one value in it, by keys that a ' +
    'Secret can have. Its template takes the values by these keys.',
  reads: 'the ExternalSecret, secrets of the cluster',

  evaluate: ({ apiVersion, secretName, store, keys, extract, refreshInterval, template }) => {
    const seconds = secondsOf(refreshInterval);
    const taken = Object.entries(template).flatMap(([key, text]) =>
      [...text.matchAll(TAKEN)].map(([, name]) => ({ key, name: name! })),
    );
    return [
      ...(/^external-secrets\.io\/v1(?:beta1)?$/.test(apiVersion)
        ? []
        : [
            add(
              'unknown API version of ExternalSecrets',
              `it was '${apiVersion}'`,
              'external-secrets.io/v1, and external-secrets.io/v1beta1',
              'correct apiVersion of storage.secrets.externalSecrets, as in external-secrets.io/v1',
            ),
          ]),
      ...(store === undefined
        ? [
            add(
              'an ExternalSecret has no store',
              'store was not stated, and neither was that of the cluster',
              'a store of secrets',
              "state SecretStore.cluster('…'), here or as storage.secrets.externalSecrets.store of the cluster",
            ),
          ]
        : isObjectName(store.name)
          ? []
          : [refusedName('store', store.name, 'the name of the store')]),
      ...(isObjectName(secretName) ? [] : [refusedName('Secret', secretName, 'secretName')]),
      ...(Object.keys(keys).length + extract.length > 0
        ? []
        : [
            add('an ExternalSecret reads no value', 'it had no keys and no extract', 'one value or more', 'state keys'),
          ]),
      ...keyProblems([...Object.keys(keys), ...Object.keys(template)]),
      ...Object.entries(keys)
        .filter(([, { key }]) => key === '')
        .map(([name]) =>
          add('a value has no place in the store', `the key ${name} was of ''`, 'a name or path', 'state it'),
        ),
      ...(isWhole(seconds, 0)
        ? []
        : [add('invalid refresh interval', `it was ${seconds} s`, 'whole seconds from 0', 'state Duration.hours(1)')]),
      ...(extract.length > 0 ? [] : taken)
        .filter(({ name }) => !Object.hasOwn(keys, name))
        .map(({ key, name }) =>
          add(
            `a template takes ${name}, which is no key`,
            `the template of ${key} takes {{ .${name} }}`,
            Object.keys(keys).sort().join(', '),
            `state ${name} among keys`,
          ),
        ),
    ];
  },
};

/** Problems of the keys of a Secret. */
export function keyProblems(keys: readonly string[]): Detail[] {
  return keys
    .filter((key) => !/^[-._a-zA-Z0-9]{1,253}$/.test(key) || key === '.' || key.startsWith('..'))
    .map((key) =>
      add(
        'Kubernetes refuses the key of a Secret',
        `it was '${key}'`,
        'letters, digits, dashes, dots and underscores, no two dots first',
        'write the key with these characters',
      ),
    );
}

function refusedName(what: string, name: string, field: string): Detail {
  return add(`Kubernetes refuses the name of a ${what}`, `it was '${name}'`, 'a DNS subdomain', `correct ${field}`);
}

function add(message: string, given: string, allowed: string, fix: string): Detail {
  return { message, given, allowed, fix };
}
