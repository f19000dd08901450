import { ConfigMap } from 'cdk8s-plus-27';
import {
  App,
  ApplicationStack,
  ConfigFile,
  ConfigMapReference,
  ExternalSecret,
  Job,
  Microservice,
  RemoteKey,
  RequiredObjects,
  SecretReference,
  SecretStore,
} from '../../../lib';

function program() {
  const app = new App();
  const stack = new ApplicationStack(app, 'shop', { defaults: { pod: { imagePullSecrets: ['registry'] } } });
  const settings = new ConfigMap(stack, 'settings', { metadata: { name: 'settings' }, data: { a: '1' } });
  const own = new ExternalSecret(stack, 'own', { store: SecretStore.cluster('vault'), keys: { a: RemoteKey.of('a') } });
  const database = SecretReference.named('database');
  const flags = ConfigMapReference.named('flags');
  new Microservice(stack, 'web', {
    image: 'ghcr.io/acme/web:1.4.2',
    pod: {
      envValues: { PASSWORD: database.variable('password'), A: own.secret.variable('a') },
      envFrom: [flags.variables({ optional: true }), ConfigMapReference.named(settings.name).variables()],
      mounts: [
        flags.volume('flags', { items: { beta: 'beta', alpha: 'alpha' }, restartsPods: false }).at('/etc/flags'),
        ConfigFile.fromText('/etc/web', 'a'),
      ],
    },
  });
  new Job(stack, 'report', { image: 'acme/report:1', pod: { envValues: { KEY: database.variable('password') } } });
  return { app, stack };
}

test('objects of others are listed, with who reads which key', () => {
  const { app } = program();
  const password = { keys: ['password'], optional: false };
  const pulls = { place: 'image pulls', keys: ['.dockerconfigjson'], optional: false };
  expect(RequiredObjects.of(app).list).toEqual([
    {
      kind: 'ConfigMap',
      namespace: 'shop',
      name: 'flags',
      readers: [
        { workload: 'shop/web', place: '/etc/flags', keys: ['alpha', 'beta'], optional: false },
        { workload: 'shop/web', place: 'envFrom', optional: true },
      ],
    },
    {
      kind: 'Secret',
      namespace: 'shop',
      name: 'database',
      readers: [
        { workload: 'shop/report', place: 'KEY', ...password },
        { workload: 'shop/web', place: 'PASSWORD', ...password },
      ],
    },
    {
      kind: 'Secret',
      namespace: 'shop',
      name: 'registry',
      readers: [
        { workload: 'shop/report', ...pulls },
        { workload: 'shop/web', ...pulls },
      ],
    },
  ]);
});

test('the list is JSON for other tools, and counts patches', () => {
  const { stack } = program();
  const valueFrom = { secretKeyRef: { name: 'mail', key: 'token' } };
  const web = stack.node.findChild('web') as Microservice;
  web.patchContainer('web', { env: [{ name: 'MAIL', valueFrom }] });
  expect(JSON.parse(RequiredObjects.of(web).toJson())).toContainEqual({
    kind: 'Secret',
    namespace: 'shop',
    name: 'mail',
    readers: [{ workload: 'shop/web', place: 'MAIL', keys: ['token'], optional: false }],
  });
});

test('a program that reads its own alone requires nothing', () => {
  const stack = new ApplicationStack(new App(), 'shop');
  new Microservice(stack, 'web', { image: 'acme/web:1' });
  expect(RequiredObjects.of(stack).list).toEqual([]);
});
