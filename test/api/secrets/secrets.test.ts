import { ApiObject, App, Duration } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  ConfigMapReference,
  ExternalSecret,
  Microservice,
  type MicroserviceProps,
  Platform,
  RemoteKey,
  SecretProviderClass,
  SecretReference,
  SecretStore,
} from '../../../lib';
import { App as OurApp } from '../../../lib';

const withStore = new Platform({
  cluster: new ClusterFacts({ storage: { secrets: { externalSecrets: { store: SecretStore.cluster('vault') } } } }),
});

const shop = (platform = withStore) => new ApplicationStack(new App(), 'shop', { platform });
const json = (object: ApiObject) => object.toJson() as Record<string, any>;

function cart(pod: MicroserviceProps['pod'], stack = shop()): Record<string, any> {
  const { workload } = new Microservice(stack, 'cart', { image: 'ghcr.io/acme/cart:1.4.2', pod: pod! });
  return json(workload)['spec'].template.spec;
}

test('variables and files of objects by their names', () => {
  const database = SecretReference.named('database');
  const flags = ConfigMapReference.named('flags');
  const pod = cart({
    envValues: {
      PASSWORD: database.variable('password'),
      FLAG: flags.variable('beta', { optional: true }),
    },
    envFrom: [database.variables({ prefix: 'DB_' }), flags.variables({ optional: true })],
    mounts: [database.volume('database', { defaultMode: 0o400 }).at('/etc/db'), flags.volume('flags').at('/etc/flags')],
  });
  const [container] = pod['containers'];
  expect(container.env).toEqual([
    { name: 'FLAG', valueFrom: { configMapKeyRef: { name: 'flags', key: 'beta', optional: true } } },
    { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } },
  ]);
  expect(container.envFrom).toEqual([
    { prefix: 'DB_', secretRef: { name: 'database' } },
    { configMapRef: { name: 'flags', optional: true } },
  ]);
  expect(pod['volumes']).toEqual(
    expect.arrayContaining([
      { name: 'database', secret: { secretName: 'database', defaultMode: 0o400 } },
      { name: 'flags', configMap: { name: 'flags' } },
    ]),
  );
});

test('an ExternalSecret of the store of the cluster', () => {
  const secret = new ExternalSecret(shop(), 'database', {
    keys: { user: RemoteKey.of('shop/db', { property: 'user' }), password: RemoteKey.of('shop/db', { version: '3' }) },
    refreshInterval: Duration.minutes(15),
  });
  expect(json(secret.apiObject)).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: expect.objectContaining({ name: 'database', namespace: 'shop' }),
    spec: {
      refreshInterval: '900s',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
      target: { name: 'database' },
      data: [
        { secretKey: 'password', remoteRef: { key: 'shop/db', version: '3' } },
        { secretKey: 'user', remoteRef: { key: 'shop/db', property: 'user' } },
      ],
    },
  });
  expect(secret.secret.name).toBe('database');
});

test('an ExternalSecret with a store, a name, a type and a template of its own, in an older version', () => {
  const older = new Platform({
    cluster: new ClusterFacts({
      storage: { secrets: { externalSecrets: { apiVersion: 'external-secrets.io/v1beta1' } } },
    }),
  });
  const { apiObject, secret } = new ExternalSecret(shop(older), 'database', {
    store: SecretStore.namespaced('files'),
    secretName: 'db',
    type: 'kubernetes.io/basic-auth',
    extract: ['shop/db'],
    template: { url: 'postgres://{{ .user }}:{{ .password }}@db/cart' },
  });
  expect(json(apiObject)).toMatchObject({
    apiVersion: 'external-secrets.io/v1beta1',
    spec: {
      refreshInterval: '3600s',
      secretStoreRef: { kind: 'SecretStore', name: 'files' },
      target: {
        name: 'db',
        template: {
          engineVersion: 'v2',
          type: 'kubernetes.io/basic-auth',
          data: { url: 'postgres://{{ .user }}:{{ .password }}@db/cart' },
        },
      },
      dataFrom: [{ extract: { key: 'shop/db' } }],
    },
  });
  expect(secret.name).toBe('db');
});

test.each([
  ['vault', { objects: '[{"objectName":"password","secretPath":"kv/db"}]' }],
  ['gcp', { secrets: '[{"objectName":"password","secretPath":"kv/db"}]' }],
  ['azure', { objects: '{"array":["{\\"objectName\\":\\"password\\",\\"secretPath\\":\\"kv/db\\"}"]}' }],
])('secrets of the provider %s, mounted and copied', (provider, objects) => {
  const stack = shop();
  const secrets = new SecretProviderClass(stack, 'database', {
    provider,
    parameters: { roleName: 'cart' },
    objects: [{ objectName: 'password', secretPath: 'kv/db' }],
    keys: { PASSWORD: 'password' },
  });
  expect(json(secrets.apiObject)['spec']).toEqual({
    provider,
    parameters: { roleName: 'cart', ...objects },
    secretObjects: [{ secretName: 'database', type: 'Opaque', data: [{ objectName: 'password', key: 'PASSWORD' }] }],
  });
  const pod = cart(
    {
      mounts: [secrets.volume('secrets').at('/etc/db')],
      envValues: { PASSWORD: secrets.secret.variable('PASSWORD') },
    },
    stack,
  );
  expect(pod['volumes']).toContainEqual({
    name: 'secrets',
    csi: {
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      volumeAttributes: { secretProviderClass: 'database' },
    },
  });
});

test('neither opens a way out of the pods', () => {
  const stack = shop();
  const external = new ExternalSecret(stack, 'database', { keys: { password: RemoteKey.of('shop/db') } });
  const secrets = new SecretProviderClass(stack, 'files', { provider: 'vault', parameters: { roleName: 'cart' } });
  const egress = (pod: MicroserviceProps['pod'], id: string) =>
    json(new Microservice(stack, id, { image: 'acme/cart:1', pod: pod! }).networkPolicy)['spec'].egress;
  const reading = egress(
    { envFrom: [external.secret.variables()], mounts: [secrets.volume('secrets').at('/etc/db')] },
    'cart',
  );
  expect(reading).toEqual(egress({}, 'web'));
});

test('an app writes them before the workloads that read them', () => {
  const app = new OurApp();
  const stack = new ApplicationStack(app, 'shop', { platform: withStore });
  const secret = SecretReference.named('z-database');
  new Microservice(stack, 'cart', { image: 'acme/cart:1', pod: { envFrom: [secret.variables()] } });
  new ExternalSecret(stack, 'z-database', { keys: { password: RemoteKey.of('shop/db') } });
  const yaml = app.synthYaml();
  expect(yaml.indexOf('kind: ExternalSecret')).toBeGreaterThan(0);
  expect(yaml.indexOf('kind: ExternalSecret')).toBeLessThan(yaml.indexOf('kind: Deployment'));
});
