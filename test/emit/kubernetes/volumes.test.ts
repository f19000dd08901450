import { Size } from 'cdk8s';
import { ConfigMap, Secret } from 'cdk8s-plus-27';
import { mountsOf, normalizedPath } from '../../../lib/emit/kubernetes';
import { ContainerFacts, ContainerRole, resolveResources, EmptyDirMedium, Volume } from '../../../lib/values';
import { cart, containerOf, podOf, shop } from './program';

describe('/tmp', () => {
  test('is a sized volume of each container where the root file system is read-only', () => {
    const microservice = cart({
      pod: {
        initContainers: [{ name: 'wait', image: 'busybox:1.36' }],
        containers: [{ name: 'proxy', image: 'acme/proxy:1' }],
      },
    });
    expect(podOf(microservice).volumes).toEqual(
      ['tmp', 'tmp-proxy', 'tmp-wait'].map((name) => ({ name, emptyDir: { sizeLimit: '64Mi' } })),
    );
    expect(containerOf(microservice).volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
    expect(containerOf(microservice, 'wait').volumeMounts).toEqual([{ name: 'tmp-wait', mountPath: '/tmp' }]);
  });

  test('is not there where the root file system can be written', () => {
    const microservice = cart({ security: { readOnlyRootFilesystem: false } });
    expect(podOf(microservice)).not.toHaveProperty('volumes');
    expect(containerOf(microservice)).not.toHaveProperty('volumeMounts');
  });

  test.each(['/tmp', '/tmp/', '//tmp'])('gives way to a mount at %s', (path) => {
    const microservice = cart({
      pod: { mounts: [Volume.emptyDir('work', { sizeLimit: Size.gibibytes(1) }).at(path)] },
    });
    expect(podOf(microservice).volumes).toEqual([{ name: 'work', emptyDir: { sizeLimit: '1Gi' } }]);
  });

  test('stays where something is mounted inside of it', () => {
    expect(
      podOf(cart({ pod: { mounts: [Volume.emptyDir('work').at('/tmp/work')] } })).volumes.map(({ name }) => name),
    ).toEqual(['tmp', 'work']);
  });
});

describe('volumes', () => {
  const volumesOf = (...volumes: Volume[]) =>
    podOf(
      cart({
        security: { readOnlyRootFilesystem: false },
        pod: { mounts: volumes.map((volume, at) => volume.at(`/${at}`)) },
      }),
    ).volumes;

  test('scratch space on disk, in memory, bounded or not', () => {
    expect(
      volumesOf(
        Volume.emptyDir('a'),
        Volume.emptyDir('b', { sizeLimit: Size.mebibytes(1024) }),
        Volume.emptyDir('c', { medium: EmptyDirMedium.MEMORY, sizeLimit: Size.mebibytes(8) }),
      ),
    ).toEqual([
      { name: 'a', emptyDir: {} },
      { name: 'b', emptyDir: { sizeLimit: '1Gi' } },
      { name: 'c', emptyDir: { sizeLimit: '8Mi', medium: 'Memory' } },
    ]);
  });

  test('ConfigMaps, made here or elsewhere', () => {
    const configMap = new ConfigMap(shop(), 'flags', { metadata: { name: 'flags' } });
    expect(volumesOf(Volume.configMap('a', configMap), Volume.configMapNamed('b', 'other'))).toEqual([
      { name: 'a', configMap: { name: 'flags' } },
      { name: 'b', configMap: { name: 'other' } },
    ]);
  });

  test('Secrets, made here or elsewhere', () => {
    const secret = Secret.fromSecretName(shop(), 'db', 'db-credentials');
    expect(volumesOf(Volume.secret('a', secret), Volume.secretNamed('b', 'other'))).toEqual([
      { name: 'a', secret: { secretName: 'db-credentials' } },
      { name: 'b', secret: { secretName: 'other' } },
    ]);
  });

  test('keys under names of their own, permissions, optional objects', () => {
    const options = { items: { 'z.json': 'config/z.json', 'a.json': 'a' }, defaultMode: 0o440, optional: true };
    const projection = {
      items: [
        { key: 'a.json', path: 'a' },
        { key: 'z.json', path: 'config/z.json' },
      ],
      defaultMode: 0o440,
      optional: true,
    };
    expect(volumesOf(Volume.configMapNamed('a', 'flags', options), Volume.secretNamed('b', 'db', options))).toEqual([
      { name: 'a', configMap: { name: 'flags', ...projection } },
      { name: 'b', secret: { secretName: 'db', ...projection } },
    ]);
  });
});

describe('mounts', () => {
  test('configuration and secrets are read-only, scratch space is not; both can be changed', () => {
    const [scratch, secret] = [Volume.emptyDir('work'), Volume.secretNamed('db', 'db')];
    const microservice = cart({
      pod: {
        mounts: [
          scratch.at('/d', { readOnly: true }),
          scratch.at('/c'),
          secret.at('/b', { readOnly: false }),
          secret.at('/a'),
        ],
      },
      security: { readOnlyRootFilesystem: false },
    });
    expect(containerOf(microservice).volumeMounts).toEqual([
      { name: 'db', mountPath: '/a', readOnly: true },
      { name: 'db', mountPath: '/b' },
      { name: 'work', mountPath: '/c' },
      { name: 'work', mountPath: '/d', readOnly: true },
    ]);
  });

  test('a path inside of the volume', () => {
    const { volumeMounts } = containerOf(
      cart({
        pod: {
          mounts: [Volume.configMapNamed('nginx', 'nginx').at('/etc/nginx/nginx.conf', { subPath: 'nginx.conf' })],
        },
      }),
    );
    expect(volumeMounts[0]).toEqual({
      name: 'nginx',
      mountPath: '/etc/nginx/nginx.conf',
      readOnly: true,
      subPath: 'nginx.conf',
    });
  });

  test('one volume in two containers is one volume of the pod', () => {
    const shared = Volume.emptyDir('shared');
    const microservice = cart({
      pod: {
        mounts: [shared.at('/out')],
        containers: [{ name: 'reader', image: 'acme/reader:1', mounts: [shared.at('/in', { readOnly: true })] }],
      },
      security: { readOnlyRootFilesystem: false },
    });
    expect(podOf(microservice).volumes).toEqual([{ name: 'shared', emptyDir: {} }]);
    expect(containerOf(microservice, 'reader').volumeMounts).toEqual([
      { name: 'shared', mountPath: '/in', readOnly: true },
    ]);
  });

  test('their order of statement does not change the output', () => {
    const mounts = [Volume.emptyDir('b').at('/b'), Volume.emptyDir('a').at('/a')];
    expect(podOf(cart({ pod: { mounts } }))).toEqual(podOf(cart({ pod: { mounts: [...mounts].reverse() } })));
  });
});

test('mountsOf adds nothing to what is stated where the root file system can be written', () => {
  const facts: ContainerFacts = {
    name: 'x',
    role: ContainerRole.MAIN,
    image: 'x',
    variables: [],
    variableSources: [],
    mounts: [],
    resources: resolveResources(),
    ports: [],
  };
  expect(mountsOf(facts, false)).toEqual([]);
  expect(mountsOf(facts, true)).toHaveLength(1);
});

test.each([
  ['/a', '/a'],
  ['/a/', '/a'],
  ['//a//b/', '/a/b'],
  ['/', '/'],
])('the kubelet sees %s as %s', (path, seen) => {
  expect(normalizedPath(path)).toBe(seen);
});
