import { ApiObject, Size } from 'cdk8s';
import { ApplicationStack } from '../../../lib/api/application-stack';
import { StatefulService } from '../../../lib/api/workload/stateful-service';
import type { StatefulServiceProps } from '../../../lib/api/workload/stateful-service-props';
import {
  AccessMode,
  Claim,
  ClaimPolicy,
  ClusterFacts,
  KubernetesVersion,
  PodManagement,
  Port,
  Scaling,
} from '../../../lib/values';
import { Platform } from '../../../lib/platform';
import { codesOf, rendered, renderedAll, shop } from '../../emit/kubernetes/program';

const DATA = Claim.of('data', { size: Size.gibibytes(10), path: '/var/lib/db' });

const database = (props: Partial<StatefulServiceProps> = {}, stack: ApplicationStack = shop()) =>
  new StatefulService(stack, 'db', {
    image: 'ghcr.io/acme/db:16.4',
    ports: [Port.tcp(5432)],
    claims: [DATA],
    ...props,
  });

const specOf = (service: StatefulService) => rendered('StatefulSet', service.workload).spec;

test('a StatefulSet, its identity, policy and budget, a Service, and one for its replicas', () => {
  const db = database();
  const objects = db.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .map((object) => `${object.kind}/${object.name}`);
  expect(objects.sort()).toEqual([
    'NetworkPolicy/db',
    'PodDisruptionBudget/db',
    'Service/db',
    'Service/db-headless',
    'ServiceAccount/db',
    'StatefulSet/db',
  ]);
  expect(codesOf(db)).toEqual([]);
});

test('replicas start and are replaced one after the other, and keep their claims', () => {
  const spec = specOf(database());
  expect(spec).toMatchObject({
    serviceName: 'db-headless',
    replicas: 2,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    minReadySeconds: 5,
  });
  expect(spec.updateStrategy.rollingUpdate).toEqual({ partition: 0 });
  expect(spec.selector.matchLabels).toEqual({
    'app.kubernetes.io/name': 'db',
    'app.kubernetes.io/instance': 'db',
  });
  expect(spec).not.toHaveProperty('progressDeadlineSeconds');
});

test('a claim for each replica, without labels, which no later version could change', () => {
  expect(specOf(database()).volumeClaimTemplates).toEqual([
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
        volumeMode: 'Filesystem',
      },
    },
  ]);
});

test('the claim is mounted where it says, and is no volume of the template', () => {
  const { template } = specOf(database());
  expect(template.spec.containers[0]!.volumeMounts).toEqual([
    { name: 'tmp', mountPath: '/tmp' },
    { name: 'data', mountPath: '/var/lib/db' },
  ]);
  expect(template.spec.volumes.map(({ name }) => name)).toEqual(['tmp']);
});

test('other containers mount a claim too', () => {
  const wal = Claim.of('wal', {
    size: Size.mebibytes(512),
    storageClass: 'fast',
    accessMode: AccessMode.READ_WRITE_ONCE_POD,
  });
  const db = database({
    claims: [DATA, wal],
    pod: {
      mounts: [wal.at('/var/lib/wal')],
      containers: [
        { name: 'backup', image: 'ghcr.io/acme/backup:1.0', mounts: [DATA.at('/data', { readOnly: true })] },
      ],
    },
  });
  const { containers } = specOf(db).template.spec;
  expect(containers.map(({ name, volumeMounts = [] }) => [name, volumeMounts.map((each) => each.name)])).toEqual([
    ['db', ['tmp', 'data', 'wal']],
    ['backup', ['data', 'tmp-backup']],
  ]);
  expect(containers[1]!.volumeMounts[0]).toEqual({ name: 'data', mountPath: '/data', readOnly: true });
  expect(specOf(db).volumeClaimTemplates[1]!.spec).toMatchObject({
    storageClassName: 'fast',
    accessModes: ['ReadWriteOncePod'],
    resources: { requests: { storage: '512Mi' } },
  });
  expect(codesOf(db)).toEqual([]);
});

describe('Services', () => {
  test('one address for all, and one for each replica, before it is ready too', () => {
    const db = database({ ports: [Port.tcp(5432, { targetPort: 5433 })] });
    const [service, headless] = [rendered('Service', db.service), rendered('Service', db.headlessService)];
    expect(service.spec).toMatchObject({ type: 'ClusterIP', ports: [{ port: 5432, targetPort: 5433 }] });
    expect(service.spec).not.toHaveProperty('clusterIP');
    expect(headless.spec).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      selector: service.spec.selector,
      // The name of a replica leads to its pod, which listens there.
      ports: [{ port: 5433, targetPort: 5433 }],
    });
  });

  test('without ports, replicas have names all the same', () => {
    const db = database({ ports: [] });
    expect(db.service).toBeUndefined();
    expect(rendered('Service', db.headlessService).spec).not.toHaveProperty('ports');
  });
});

describe('the group of volumes', () => {
  const securityOf = (db: StatefulService) => specOf(db).template.spec.securityContext;

  test('lets processes write that are not root', () => {
    expect(securityOf(database())).toMatchObject({ fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' });
    expect(database().setting('security.fsGroup')).toMatchObject({ value: '1000', origin: 'library' });
  });

  test('is as stated', () => {
    expect(securityOf(database({ security: { fsGroup: 26 } }))).toMatchObject({ fsGroup: 26 });
  });

  test('is not stated without a claim, or where the cluster gives one', () => {
    expect(securityOf(database({ claims: [] }))).not.toHaveProperty('fsGroup');
    const platform = new Platform({ cluster: new ClusterFacts({ storage: { assignsGroup: true } }) });
    expect(securityOf(database({}, shop({ platform })))).not.toHaveProperty('fsGroup');
  });
});

describe('statements about replicas', () => {
  test('order, partition and retention', () => {
    const db = database({
      scaling: Scaling.fixed(5),
      lifecycle: {
        order: { podManagement: PodManagement.PARALLEL, partition: 3 },
        claimRetention: { whenDeleted: ClaimPolicy.DELETE },
      },
    });
    expect(specOf(db)).toMatchObject({
      replicas: 5,
      podManagementPolicy: 'Parallel',
      updateStrategy: { rollingUpdate: { partition: 3 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
    });
    expect(codesOf(db)).toEqual([]);
  });

  test.each([
    ['1.36', undefined],
    ['1.37', 2],
  ])('maxUnavailable on Kubernetes %s', (version, expected) => {
    const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) });
    const db = database(
      { scaling: Scaling.fixed(5), lifecycle: { order: { maxUnavailable: 2 } } },
      shop({ platform: new Platform({ cluster }) }),
    );
    expect(specOf(db).updateStrategy.rollingUpdate.maxUnavailable).toBe(expected);
  });

  test('a drain takes one at a time, however many there are', () => {
    const { disruptionBudget } = database({ scaling: Scaling.fixed(12) });
    expect(rendered('PodDisruptionBudget', disruptionBudget).spec).toMatchObject({ maxUnavailable: 1 });
  });

  test('an autoscaler owns their number', () => {
    const db = database({ scaling: Scaling.onCpu({ min: 3, max: 5 }) });
    expect(specOf(db)).not.toHaveProperty('replicas');
    expect(rendered('HorizontalPodAutoscaler', db.autoscaler).spec.scaleTargetRef).toEqual({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      name: 'db',
    });
    expect(db.ownership).toEqual([
      {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        name: 'db',
        namespace: 'shop',
        path: '/spec/replicas',
        owner: 'HorizontalPodAutoscaler',
      },
    ]);
  });

  test('they are spread whatever version they run: each is exchanged in its place', () => {
    const spread = specOf(database()).template.spec.topologySpreadConstraints;
    expect(spread.map((each) => each.matchLabelKeys)).toEqual([undefined, undefined]);
  });
});

describe('peers', () => {
  test('reach each other where the service calls itself, and nobody else does', () => {
    const db = database();
    db.calls(db);
    const [policy] = renderedAll('NetworkPolicy', db);
    const peers = [{ podSelector: { matchLabels: specOf(db).selector.matchLabels } }];
    expect(policy!.spec.ingress).toEqual([{ from: peers, ports: [{ port: 5432, protocol: 'TCP' }] }]);
    expect(codesOf(db)).toEqual([]);
  });
});

test('tells stateful services from other values', () => {
  expect([database(), {}, undefined].map((each) => StatefulService.isStatefulService(each))).toEqual([
    true,
    false,
    false,
  ]);
});
