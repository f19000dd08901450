import { ApiObject, Duration } from 'cdk8s';
import { ConfigMap, EnvValue, Secret } from 'cdk8s-plus-27';
import {
  ApplicationStack,
  ConfigFile,
  ConfigMapReference,
  ExternalSecret,
  type ExternalSecretProps,
  type MicroserviceProps,
  ProjectedSource,
  RemoteKey,
  SecretProviderClass,
  type SecretProviderClassProps,
  SecretReference,
  SecretStore,
  Volume,
} from '../../lib';
import { cart, type Case, describeCode, findings } from './cases';

type Pod = NonNullable<MicroserviceProps['pod']>;
const database = SecretReference.named('database');
const settings = ConfigMapReference.named('settings');

function stated(stack: ApplicationStack): void {
  new ConfigMap(stack, 'settings', {
    metadata: { name: 'settings' },
    data: { currency: 'EUR' },
    binaryData: { logo: 'iVAA/w==' },
  });
  new Secret(stack, 'database', { metadata: { name: 'database' }, stringData: { password: 'x1y2z3' } });
}

/** Reads of objects of the program, by a wrong key and by the right one. */
function read(name: string, bad: Pod, good: Pod, expected: Pick<Case, 'given' | 'fix'>, make = stated): Case {
  const program = (pod: Pod) => (stack: ApplicationStack) => {
    make(stack);
    cart(stack, { pod });
  };
  return { name, bad: program(bad), good: program(good), ...expected };
}

const store = SecretStore.cluster('vault');
const external = (props: Partial<ExternalSecretProps>) => (stack: ApplicationStack) => {
  new ExternalSecret(stack, 'database', { store, keys: { password: RemoteKey.of('shop/db') }, ...props });
};
const variable = (key: string): Pod => ({ envValues: { PASSWORD: database.variable(key) } });

describeCode('MS1103', [
  read('a variable of a Secret', variable('passwort'), variable('password'), {
    given: 'PASSWORD reads it',
    fix: 'name one of its keys',
  }),
  read(
    'a variable of cdk8s-plus',
    { envValues: { A: EnvValue.fromConfigMap({ name: 'settings' } as ConfigMap, 'country') } },
    { envValues: { A: EnvValue.fromConfigMap({ name: 'settings' } as ConfigMap, 'currency') } },
    { given: 'A reads it', fix: 'country in the ConfigMap' },
  ),
  read(
    'a variable of bytes, which it cannot hold',
    { envValues: { LOGO: settings.variable('logo') } },
    { mounts: [settings.volume('settings', { items: { logo: 'logo' } }).at('/etc/cart')] },
    { given: 'LOGO reads it', fix: 'name one of its keys' },
  ),
  read(
    'a variable of another container',
    { initContainers: [{ name: 'wait', image: 'acme/wait:1', envValues: { A: settings.variable('none') } }] },
    { envValues: { A: settings.variable('none', { optional: true }) } },
    { given: 'A reads it', fix: 'none in the ConfigMap' },
  ),
  read(
    'an item of a volume',
    { mounts: [settings.volume('settings', { items: { country: 'c' } }).at('/etc/cart')] },
    { mounts: [settings.volume('settings', { items: { country: 'c' }, optional: true }).at('/etc/cart')] },
    { given: '/etc/cart reads it', fix: 'name one of its keys' },
  ),
  read(
    'a path inside of a volume',
    { mounts: [settings.volume('settings').at('/etc/country', { subPath: 'country' })] },
    { mounts: [settings.volume('settings').at('/etc/currency', { subPath: 'currency' })] },
    { given: '/etc/country reads it', fix: 'name one of its keys' },
  ),
  read(
    'an item of one of several sources',
    {
      mounts: [
        Volume.projected('all', [
          ProjectedSource.secretNamed('database', { items: { user: 'user' } }),
          ProjectedSource.configMapNamed('settings'),
        ]).at('/etc/all'),
      ],
    },
    {
      mounts: [
        Volume.projected('all', [
          ProjectedSource.secretNamed('database'),
          ProjectedSource.configMapNamed('settings'),
        ]).at('/etc/currency', { subPath: 'currency' }),
      ],
    },
    { given: '/etc/all reads it', fix: 'user in the Secret' },
  ),
  read(
    'a key of an ExternalSecret',
    variable('user'),
    variable('password'),
    { given: 'PASSWORD reads it', fix: 'user' },
    external({}),
  ),
  read(
    'a key that a template of an ExternalSecret replaces',
    variable('password'),
    variable('url'),
    { given: 'PASSWORD reads it', fix: 'name one of its keys' },
    external({ template: { url: 'postgres://cart:{{ .password }}@db/cart' } }),
  ),
  read(
    'a key of copies of a provider',
    variable('user'),
    { ...variable('password'), mounts: [Volume.csi('s', { driver: 'secrets-store.csi.k8s.io' }).at('/s')] },
    { given: 'PASSWORD reads it', fix: 'name one of its keys' },
    (stack) => {
      new SecretProviderClass(stack, 'database', {
        provider: 'vault',
        parameters: { roleName: 'cart' },
        keys: { password: 'password' },
      });
    },
  ),
  read(
    'a key of a SealedSecret',
    variable('user'),
    variable('password'),
    { given: 'PASSWORD reads it', fix: 'name one of its keys' },
    (stack) => {
      new ApiObject(stack, 'sealed', {
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        metadata: { name: 'database' },
        spec: { encryptedData: { password: 'AgB' } },
      });
    },
  ),
]);

test.each([
  ['all properties of a secret in the store', external({ extract: ['shop/db'] })],
  ['no object of the program', () => undefined],
])('MS1103 says nothing of %s', (_, make) => {
  const found = findings((stack) => {
    make(stack);
    cart(stack, { pod: variable('user') });
  });
  expect(found).toEqual([]);
});

test('MS1103 sees what a patch reads', () => {
  const found = findings((stack) => {
    stated(stack);
    const valueFrom = { secretKeyRef: { name: 'database', key: 'user' } };
    cart(stack).patchContainer('cart', { env: [{ name: 'USER', valueFrom }] });
  });
  expect(found).toContainEqual(expect.objectContaining({ code: 'MS1103', given: 'USER reads it' }));
});

test('MS1103 says nothing of files of the program', () => {
  const mounts = [
    ConfigFile.fromText('/etc/a', 'a', { mode: 0o400 }),
    ConfigFile.fromText('/b', 'b', { immutable: true }),
  ];
  expect(findings((stack) => cart(stack, { pod: { mounts } }))).toEqual([]);
});

/** Secrets that are refused, and some like them that are not. */
function of(
  name: string,
  bad: Partial<ExternalSecretProps>,
  good: Partial<ExternalSecretProps>,
  expected: Pick<Case, 'given' | 'fix'>,
): Case {
  return { name, bad: external(bad), good: external(good), path: 'shop/database', ...expected };
}

const key = RemoteKey.of('shop/db');

describeCode('MS1106', [
  {
    name: 'no store',
    bad: (stack) => void new ExternalSecret(stack, 'database', { keys: { password: key } }),
    good: external({}),
    path: 'shop/database',
    given: 'neither was that of the cluster',
    fix: 'SecretStore.cluster',
  },
  of('no value', { keys: {} }, { keys: {}, extract: ['shop/db'] }, { given: 'no keys', fix: 'state keys' }),
  of(
    'the name of its store',
    { store: SecretStore.namespaced('No') },
    { store: SecretStore.namespaced('no') },
    { given: "'No'", fix: 'the store' },
  ),
  of('the name of its Secret', { secretName: 'D_B' }, { secretName: 'd-b' }, { given: "'D_B'", fix: 'secretName' }),
  of('a key', { keys: { 'a b': key } }, { keys: { a_b: key } }, { given: "'a b'", fix: 'these characters' }),
  of(
    'a value of no place',
    { keys: { a: RemoteKey.of('') } },
    { keys: { a: key } },
    { given: 'the key a', fix: 'state it' },
  ),
  of(
    'its interval',
    { refreshInterval: Duration.millis(1) },
    { refreshInterval: Duration.seconds(0) },
    { given: '0.001 s', fix: 'Duration.hours' },
  ),
  of(
    'a template of another key',
    { template: { url: '{{ .user }}' } },
    { template: { url: '{{- .password -}}' } },
    { given: '{{ .user }}', fix: 'user among keys' },
  ),
]);

const provider = (props: Partial<SecretProviderClassProps>) => (stack: ApplicationStack) => {
  new SecretProviderClass(stack, 'database', { provider: 'vault', parameters: { roleName: 'cart' }, ...props });
};

function ofProvider(name: string, bad: Partial<SecretProviderClassProps>, expected: Pick<Case, 'given' | 'fix'>): Case {
  return { name, bad: provider(bad), good: provider({}), path: 'shop/database', ...expected };
}

describeCode('MS1107', [
  ofProvider('its provider', { provider: '' }, { given: "''", fix: 'installed provider' }),
  ofProvider('no object', { parameters: {} }, { given: 'no objects', fix: 'objectName' }),
  ofProvider(
    'objects twice',
    { parameters: { objects: '[]' }, objects: [{ objectName: 'a' }] },
    { given: 'parameters.objects', fix: 'leave' },
  ),
  ofProvider('a key', { keys: { '': 'a' } }, { given: "''", fix: 'these characters' }),
  ofProvider('the name of its Secret', { secretName: 'D_B' }, { given: "'D_B'", fix: 'secretName' }),
]);
