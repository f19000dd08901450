import { Duration, Size } from 'cdk8s';
import {
  AccessMode,
  ClusterFacts,
  ContainerAmount,
  EmptyDirMedium,
  KubernetesVersion,
  Platform,
  PodField,
  ProjectedSource,
  Volume,
} from '../../../lib';
import { cart, containerOf, podOf, shop } from './program';

const volumeOf = (volume: Volume, platform?: Platform) =>
  podOf(cart({ pod: { mounts: [volume.at('/v')] } }, shop(platform && { platform }))).volumes.find(
    ({ name }) => name === 'v',
  );

test('fields of the pod as files, by their names', () => {
  const files = {
    uid: PodField.podUid(),
    labels: PodField.labels(),
    team: PodField.label('acme.com/team'),
    notes: PodField.annotations(),
    note: PodField.annotation('acme.com/note'),
    'pod/name': PodField.podName(),
    'pod/namespace': PodField.podNamespace(),
    memory: PodField.amount('cart', ContainerAmount.MEMORY_LIMIT, { divisor: '1Mi' }),
    cpu: PodField.amount('cart', ContainerAmount.CPU_REQUEST),
  };
  expect(volumeOf(Volume.downwardApi('v', files, { defaultMode: 0o440 }))).toEqual({
    name: 'v',
    downwardAPI: {
      defaultMode: 0o440,
      items: [
        { path: 'cpu', resourceFieldRef: { containerName: 'cart', resource: 'requests.cpu' } },
        { path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } },
        { path: 'memory', resourceFieldRef: { containerName: 'cart', resource: 'limits.memory', divisor: '1Mi' } },
        { path: 'note', fieldRef: { fieldPath: "metadata.annotations['acme.com/note']" } },
        { path: 'notes', fieldRef: { fieldPath: 'metadata.annotations' } },
        { path: 'pod/name', fieldRef: { fieldPath: 'metadata.name' } },
        { path: 'pod/namespace', fieldRef: { fieldPath: 'metadata.namespace' } },
        { path: 'team', fieldRef: { fieldPath: "metadata.labels['acme.com/team']" } },
        { path: 'uid', fieldRef: { fieldPath: 'metadata.uid' } },
      ],
    },
  });
});

test('several sources in one folder, in the order in which they are stated', () => {
  const volume = Volume.projected(
    'v',
    [
      ProjectedSource.secretNamed('tls', { items: { 'tls.crt': 'cert.pem' } }),
      ProjectedSource.configMapNamed('settings', { optional: true }),
      ProjectedSource.downwardApi({ name: PodField.podName() }),
      ProjectedSource.serviceAccountToken({ audience: 'vault', expiration: Duration.minutes(20), file: 'jwt' }),
    ],
    { defaultMode: 0o400 },
  );
  expect(volumeOf(volume)).toEqual({
    name: 'v',
    projected: {
      defaultMode: 0o400,
      sources: [
        { secret: { name: 'tls', items: [{ key: 'tls.crt', path: 'cert.pem' }] } },
        { configMap: { name: 'settings', optional: true } },
        { downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
        { serviceAccountToken: { path: 'jwt', audience: 'vault', expirationSeconds: 1200 } },
      ],
    },
  });
});

test('a token of the service account, without the one that the kubelet mounts', () => {
  const microservice = cart({ pod: { mounts: [Volume.serviceAccountToken('v').at('/var/run/token')] } });
  expect(podOf(microservice)).toMatchObject({ automountServiceAccountToken: false });
  expect(podOf(microservice).volumes).toContainEqual({
    name: 'v',
    projected: { sources: [{ serviceAccountToken: { path: 'token' } }] },
  });
});

test('the files of an image, at the reference that the platform pulls', () => {
  const platform = new Platform({
    cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.35') }),
    images: { model: 'ghcr.io/acme/model:7' },
    registryMirrors: { 'ghcr.io': 'mirror.acme.com' },
  });
  expect(volumeOf(Volume.image('v', 'model'), platform)).toEqual({
    name: 'v',
    image: { reference: 'mirror.acme.com/acme/model:7' },
  });
});

test('storage that is deleted with the pod, and storage of a CSI driver', () => {
  const options = { size: Size.gibibytes(2), storageClass: 'fast', accessMode: AccessMode.READ_WRITE_ONCE_POD };
  expect(volumeOf(Volume.ephemeral('v', options))).toEqual({
    name: 'v',
    ephemeral: {
      volumeClaimTemplate: {
        spec: {
          accessModes: ['ReadWriteOncePod'],
          resources: { requests: { storage: '2Gi' } },
          storageClassName: 'fast',
          volumeMode: 'Filesystem',
        },
      },
    },
  });
  expect(volumeOf(Volume.csi('v', { driver: 'csi.acme.com', attributes: { share: 'a' } }))).toEqual({
    name: 'v',
    csi: { driver: 'csi.acme.com', readOnly: true, volumeAttributes: { share: 'a' } },
  });
});

test('memory with a size', () => {
  const volume = Volume.emptyDir('v', { medium: EmptyDirMedium.MEMORY, sizeLimit: Size.mebibytes(8) });
  expect(volumeOf(volume)).toEqual({ name: 'v', emptyDir: { medium: 'Memory', sizeLimit: '8Mi' } });
});

test.each([
  ['fields of the pod', Volume.downwardApi('v', { name: PodField.podName() }), true],
  ['several sources', Volume.projected('v', [ProjectedSource.configMapNamed('settings')]), true],
  ['a CSI driver', Volume.csi('v', { driver: 'csi.acme.com' }), true],
  ['a CSI driver that is written to', Volume.csi('v', { driver: 'csi.acme.com', readOnly: false }), undefined],
  ['storage of the pod', Volume.ephemeral('v', { size: Size.gibibytes(1) }), undefined],
])('the mount of %s is read-only where nobody writes', (_, volume, readOnly) => {
  const mounts = containerOf(cart({ pod: { mounts: [volume.at('/v')] } })).volumeMounts;
  expect(mounts).toContainEqual({ name: 'v', mountPath: '/v', ...(readOnly !== undefined && { readOnly }) });
});
