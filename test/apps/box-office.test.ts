import * as fs from 'node:fs';
import * as path from 'node:path';
import { boxOffice } from '../../apps/box-office/box-office';
import { type Environment, environments } from '../../apps/box-office/environments';
import { App } from '../../lib';
import { all, find, type ManifestObject, synthesize } from '../support/manifests';
import { connects, networkOf } from '../support/network';

function written({ platform, acknowledged = {}, ...options }: Environment): ManifestObject[] {
  const app = new App();
  const stack = boxOffice(app, platform, options);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  expect(app.validate().filter(({ acknowledged: reason }) => reason === undefined)).toEqual([]);
  return synthesize(app);
}

const production = written(environments.production);
const staging = written(environments.staging);

/** Kinds that run pods. */
const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const;

/** Names of the workloads by the kind that runs their pods. */
const workloads = (manifests: readonly ManifestObject[]) =>
  Object.fromEntries(
    WORKLOADS.map((kind) => [
      kind,
      all(manifests, kind)
        .map(({ metadata }) => metadata.name)
        .sort(),
    ]),
  );

test('the application says nothing of the mesh that its platforms have', () => {
  const folder = path.join(__dirname, '../../apps/box-office');
  const files = fs.readdirSync(folder).filter((file) => !['environments.ts', 'main.ts'].includes(file));
  expect(files.filter((file) => /istio|mesh/i.test(fs.readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
});

test('both environments run the same workloads', () => {
  expect(workloads(production)).toEqual({
    Deployment: ['catalog', 'mailer', 'orders', 'payments', 'seating', 'website'],
    StatefulSet: ['events', 'orders-db'],
    DaemonSet: ['fragments'],
    Job: ['migrate-7-2-0'],
    CronJob: ['settle'],
  });
  expect(workloads(staging)).toEqual(workloads(production));
});

test.each([
  ['production', production],
  ['staging', staging],
])('in %s, the database is reached by those that call it, batch work included, and by nobody else', (_, manifests) => {
  const network = networkOf(manifests);
  const database = network.pods.get('box-office/orders-db')!;
  const callers = [...network.pods].filter(([, pod]) => connects(network, pod, database, 5432)).map(([name]) => name);
  expect(callers.map((name) => name.replace('box-office/', '')).sort()).toEqual([
    'catalog',
    'migrate-7-2-0',
    'orders',
    'orders-db',
    'settle',
  ]);
});

test('the last replica of the database tries a version in staging, and none does in production', () => {
  const partition = (manifests: readonly ManifestObject[]) =>
    find(manifests, 'StatefulSet', 'orders-db').spec.updateStrategy;
  expect(partition(staging)).toMatchObject({ rollingUpdate: { partition: 1 } });
  expect(partition(production)).not.toMatchObject({ rollingUpdate: { partition: 1 } });
});

test('the old program keeps its labels, its Service and its container', () => {
  const seating = find(production, 'Deployment', 'seating').spec;
  expect(seating.selector.matchLabels).toEqual({ app: 'seats' });
  expect(seating.template.metadata.labels).toMatchObject({ app: 'seats' });
  expect(seating.template.spec.containers[0]!.name).toBe('pages');
  expect(find(production, 'Service', 'seats-svc').spec.selector).toEqual({ app: 'seats' });
});

test('visitors come through the Gateway of the platform, of which the website alone knows the pods', () => {
  for (const [manifests, namespace] of [
    [production, 'gateways'],
    [staging, 'envoy-gateway-system'],
  ] as const) {
    const admitting = all(manifests, 'NetworkPolicy').filter(({ spec }) =>
      JSON.stringify(spec.ingress ?? []).includes(`"${namespace}"`),
    );
    expect(admitting.map(({ metadata }) => metadata.name)).toEqual(['website']);
  }
});

test('no secret stands in the manifests', () => {
  const { containers, volumes } = find(production, 'Deployment', 'payments').spec.template.spec;
  expect(containers[0]!.volumeMounts).toContainEqual({ name: 'merchant', mountPath: '/etc/merchant', readOnly: true });
  expect(volumes).toContainEqual({ name: 'merchant', secret: { secretName: 'merchant' } });
  expect(all(production, 'Secret')).toEqual([]);
});

test('orders knows each replica of the database', () => {
  const { containers } = find(production, 'Deployment', 'orders').spec.template.spec;
  expect(containers[0]!.env).toContainEqual({
    name: 'DB_REPLICAS',
    value: [0, 1, 2].map((at) => `orders-db-${at}.orders-db-headless:5432`).join(','),
  });
});
