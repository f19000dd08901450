import { Duration, Size } from 'cdk8s';
import {
  AccessMode,
  ArgoRollouts,
  Claim,
  ClusterFacts,
  Job,
  Microservice,
  type MicroserviceProps,
  Platform,
  Port,
  PrometheusOperator,
  Rollout,
  Scaling,
  Volume,
} from '../../../lib';
import type { ClaimOptions } from '../../../lib/values';
import { cart, findingsOf, podOf, renderedAll, shop } from '../../emit/kubernetes/program';

const SINGLE = { scaling: Scaling.fixed(1), lifecycle: { rollout: Rollout.recreate() } };

const data = (options: Partial<ClaimOptions> = {}) => Claim.of('data', { size: Size.gibibytes(10), ...options });

const withClaim = (options: Partial<ClaimOptions> = {}, props: Partial<MicroserviceProps> = SINGLE) =>
  cart({ ports: [Port.http(8080)], pod: { mounts: [data(options).at('/data')] }, ...props });

const mounting = () => ({ mounts: [data().at('/data')] });

const codes = (props: Partial<MicroserviceProps>, options: Partial<ClaimOptions> = {}) =>
  findingsOf(withClaim(options, props)).map(({ code, given }) => [code, given]);

test('a mounted claim is a PersistentVolumeClaim of the program', () => {
  const microservice = withClaim();
  expect(renderedAll('PersistentVolumeClaim', microservice)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: expect.objectContaining({
        name: 'data-cart',
        namespace: 'shop',
        labels: expect.objectContaining({ 'app.kubernetes.io/name': 'cart' }),
      }),
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
        volumeMode: 'Filesystem',
      },
    },
  ]);
  const pod = podOf(microservice);
  expect(pod.volumes).toContainEqual({ name: 'data', persistentVolumeClaim: { claimName: 'data-cart' } });
  expect(pod.containers[0]!.volumeMounts).toContainEqual({ name: 'data', mountPath: '/data' });
  expect(findingsOf(microservice)).toEqual([]);
});

test('its volume belongs to a group, so that others than root may write', () => {
  expect(podOf(withClaim()).securityContext).toMatchObject({ fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' });
  expect(podOf(cart(SINGLE)).securityContext).not.toHaveProperty('fsGroup');
});

test('a class of the program and another mode', () => {
  const microservice = withClaim({ storageClass: 'shared', accessMode: AccessMode.READ_WRITE_MANY }, {});
  expect(renderedAll('PersistentVolumeClaim', microservice)[0]!.spec).toMatchObject({
    accessModes: ['ReadWriteMany'],
    storageClassName: 'shared',
  });
  expect(findingsOf(microservice)).toEqual([]);
});

test('several containers mount one claim', () => {
  const claim = data();
  const microservice = cart({
    ...SINGLE,
    pod: {
      mounts: [claim.at('/data', { subPath: 'files' })],
      initContainers: [{ name: 'fill', image: 'ghcr.io/acme/fill:1.0.0', mounts: [claim.at('/data')] }],
      containers: [
        { name: 'backup', image: 'ghcr.io/acme/backup:1.0.0', mounts: [claim.at('/data', { readOnly: true })] },
      ],
    },
  });
  expect(renderedAll('PersistentVolumeClaim', microservice)).toHaveLength(1);
  const pod = podOf(microservice);
  expect(pod.volumes.filter(({ name }) => name === 'data')).toHaveLength(1);
  expect(pod.containers.map(({ volumeMounts }) => volumeMounts.find(({ name }) => name === 'data'))).toEqual([
    { name: 'data', mountPath: '/data', subPath: 'files' },
    { name: 'data', mountPath: '/data', readOnly: true },
  ]);
  expect(findingsOf(microservice)).toEqual([]);
});

test('two microservices that mount one statement have a claim each', () => {
  const stack = shop();
  const claim = data();
  for (const name of ['cart', 'wiki'])
    new Microservice(stack, name, {
      ...SINGLE,
      image: 'ghcr.io/acme/app:1.0.0',
      pod: { mounts: [claim.at('/data')] },
    });
  expect(renderedAll('PersistentVolumeClaim', stack).map(({ metadata }) => metadata.name)).toEqual([
    'data-cart',
    'data-wiki',
  ]);
});

describe('MS1072: a claim for one node has one replica, and versions that take turns', () => {
  test.each<[string, Partial<MicroserviceProps>, string]>([
    ['two replicas', { ...SINGLE, scaling: Scaling.fixed(2) }, 'there may be 2 replicas'],
    ['an autoscaler', { ...SINGLE, scaling: Scaling.onCpu({ min: 1, max: 3 }) }, 'there may be 3 replicas'],
    ['a rolling update', { scaling: Scaling.fixed(1) }, 'the rollout is rolling'],
  ])('%s', (_, props, given) => {
    expect(codes(props)).toContainEqual(['MS1072', expect.stringContaining(given)]);
  });

  test.each([
    ['canary', Rollout.canary()],
    ['blue-green', Rollout.blueGreen()],
  ])('two versions at once: %s', (_, rollout) => {
    const stack = shop({ platform: new Platform({ delivery: new ArgoRollouts() }) });
    const microservice = cart(
      { ports: [Port.http(8080)], scaling: Scaling.fixed(1), lifecycle: { rollout }, pod: mounting() },
      stack,
    );
    expect(findingsOf(microservice)).toContainEqual(
      expect.objectContaining({ code: 'MS1072', message: 'two versions share the claim data-cart during a rollout' }),
    );
  });

  test.each([
    [1, []],
    [3, ['MS1072']],
  ])('%i pods of a job at once', (parallelism, expected) => {
    const files = Volume.claimNamed('files', 'files');
    const job = new Job(shop(), 'import', {
      image: 'ghcr.io/acme/import:1.0.0',
      run: { activeDeadline: Duration.hours(1), parallelism, completions: 3 },
      pod: { mounts: [files.at('/files')] },
    });
    expect(findingsOf(job).map(({ code }) => code)).toEqual(expected);
  });

  test('of one pod alike', () => {
    const props = { scaling: Scaling.fixed(1) };
    expect(codes(props, { accessMode: AccessMode.READ_WRITE_ONCE_POD })).toContainEqual([
      'MS1072',
      expect.stringContaining('ReadWriteOncePod'),
    ]);
  });

  test('the finding names the claim and the remedy', () => {
    const [finding] = findingsOf(withClaim({}, {})).filter(({ code }) => code === 'MS1072');
    expect(finding).toMatchObject({
      path: 'shop/cart',
      message: 'several replicas share the claim data-cart',
      fix: expect.stringContaining('Scaling.fixed(1) and Rollout.recreate()'),
    });
  });

  test('claims for many nodes may have several replicas', () => {
    expect(codes({}, { accessMode: AccessMode.READ_WRITE_MANY })).toEqual([]);
  });
});

test('names, sizes and classes are judged as those of stateful services', () => {
  expect(codes(SINGLE, { size: Size.mebibytes(0) }).map(([code]) => code)).toContain('MS1070');
  const two = [data().at('/a'), data().at('/b')];
  expect(findingsOf(cart({ ...SINGLE, pod: { mounts: two } })).map(({ code }) => code)).toContain('MS1070');
  const cluster = new ClusterFacts({ storage: { classes: [{ name: 'fast', canGrow: true }] } });
  const stack = shop({ platform: new Platform({ cluster }) });
  const microservice = cart({ ...SINGLE, pod: { mounts: [data({ storageClass: 'slow' }).at('/data')] } }, stack);
  expect(findingsOf(microservice).map(({ code }) => code)).toEqual(['MS1074']);
});

test('an alert watches its volume', () => {
  const stack = shop({
    platform: new Platform({ observability: { monitoring: new PrometheusOperator({ selector: {} }) } }),
  });
  const rules = JSON.stringify(renderedAll('PrometheusRule', cart({ ...SINGLE, pod: mounting() }, stack)));
  expect(rules).toContain('MicroserviceVolumeFilling');
  expect(rules).toContain('data-cart');
});

test('a claim that is made elsewhere is none of the program', () => {
  const mounts = [Volume.claimNamed('data', 'data-cart').at('/data')];
  expect(renderedAll('PersistentVolumeClaim', cart({ ...SINGLE, pod: { mounts } }))).toEqual([]);
});
