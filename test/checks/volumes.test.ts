import { App as PlainApp, Duration, Size } from 'cdk8s';
import {
  ApplicationStack,
  ClusterFacts,
  ContainerAmount,
  EmptyDirMedium,
  KnativeFeature,
  KnativeServing,
  KubernetesVersion,
  Mount,
  Platform,
  PodField,
  ProjectedSource,
  ServerlessFunction,
  Volume,
} from '../../lib';
import { cart, type Case, describeCode, findings, findingsOf } from './cases';

const mounted = (mounts: Mount[]) => (stack: ApplicationStack) => cart(stack, { pod: { mounts } });

/** A volume that is refused, and one like it that is not. */
function volume(name: string, bad: Volume, good: Volume, expected: Pick<Case, 'given' | 'fix'>): Case {
  return { name, bad: mounted([bad.at('/v')]), good: mounted([good.at('/v')]), ...expected };
}

const amount = (options: { container?: string; divisor?: string }, of = ContainerAmount.CPU_LIMIT) =>
  Volume.downwardApi('v', {
    amount: PodField.amount(
      options.container ?? 'cart',
      of,
      options.divisor === undefined ? {} : { divisor: options.divisor },
    ),
  });
const token = (expiration: Duration) => Volume.serviceAccountToken('v', { expiration });

describeCode('MS1015', [
  volume('no fields of the pod', Volume.downwardApi('v', {}), Volume.downwardApi('v', { name: PodField.podName() }), {
    given: 'no fields of the pod',
    fix: 'leave the volume out',
  }),
  volume(
    'a field in a folder above',
    Volume.downwardApi('v', { '../name': PodField.podName() }),
    Volume.downwardApi('v', { 'a/name': PodField.podName() }),
    { given: "a field of the pod as '../name'", fix: 'from the root' },
  ),
  volume(
    'the key of a label',
    Volume.downwardApi('v', { team: PodField.label('no key') }),
    Volume.downwardApi('v', { team: PodField.label('acme.com/team') }),
    { given: "'no key' of the labels", fix: 'correct the key' },
  ),
  volume('an amount of no container', amount({ container: 'web' }), amount({}), {
    given: "container 'web'",
    fix: 'name a container',
  }),
  volume('the unit of CPU', amount({ divisor: '1Mi' }), amount({ divisor: '1m' }), {
    given: "divisor '1Mi'",
    fix: "'1m'",
  }),
  volume(
    'the unit of memory',
    amount({ divisor: '1m' }, ContainerAmount.MEMORY_LIMIT),
    amount({ divisor: '1Mi' }, ContainerAmount.MEMORY_LIMIT),
    { given: "divisor '1m'", fix: "'1Mi'" },
  ),
  volume('no sources', Volume.projected('v', []), Volume.projected('v', [ProjectedSource.secretNamed('a')]), {
    given: 'no sources',
    fix: 'leave the volume out',
  }),
  volume(
    'two sources with one file',
    Volume.projected('v', [
      ProjectedSource.secretNamed('a', { items: { k: 'x' } }),
      ProjectedSource.downwardApi({ x: PodField.podName() }),
    ]),
    Volume.projected('v', [
      ProjectedSource.secretNamed('a', { items: { k: 'x' } }),
      ProjectedSource.downwardApi({ y: PodField.podName() }),
    ]),
    { given: "two sources as 'x'", fix: 'rename' },
  ),
  volume('a token for five minutes', token(Duration.minutes(5)), token(Duration.minutes(10)), {
    given: '300 s',
    fix: 'Duration.minutes(10)',
  }),
  volume(
    'a token for nobody',
    Volume.serviceAccountToken('v', { audience: '' }),
    Volume.serviceAccountToken('v', { audience: 'vault' }),
    { given: "audience of volume v was ''", fix: 'that the recipient expects' },
  ),
  volume(
    'the class of its storage',
    Volume.ephemeral('v', { size: Size.gibibytes(1), storageClass: 'No Class' }),
    Volume.ephemeral('v', { size: Size.gibibytes(1), storageClass: 'fast' }),
    { given: "'No Class'", fix: 'the name of the class' },
  ),
  volume('the name of its driver', Volume.csi('v', { driver: '-' }), Volume.csi('v', { driver: 'csi.acme.com' }), {
    given: "'-'",
    fix: 'the name of the driver',
  }),
]);

describeCode('MS1008', [
  volume(
    'storage of no size',
    Volume.ephemeral('v', { size: Size.kibibytes(0) }),
    Volume.ephemeral('v', { size: Size.kibibytes(1) }),
    { given: 'size 0Ki', fix: 'greater size' },
  ),
]);

const image = (reference: string) => (stack: ApplicationStack) =>
  cart(new ApplicationStack(stack, 'new', { platform: on('1.35') }), {
    pod: { mounts: [Volume.image('model', reference).at('/model')] },
  });

function on(version: string): Platform {
  return new Platform({ cluster: new ClusterFacts({ kubernetesVersion: KubernetesVersion.of(version) }) });
}

test.each([
  ['MS1004', 'Acme/Model', "the image of volume model was 'Acme/Model'"],
  ['MS1005', 'acme/model', "the image of volume model was 'acme/model'"],
])('%s: the image of a volume', (code, reference, given) => {
  expect(findings(image(reference))).toContainEqual(expect.objectContaining({ code, given }));
  expect(findings(image('acme/model:7'))).toEqual([]);
});

describeCode('MS1104', [
  {
    name: 'an older cluster',
    bad: mounted([Volume.image('model', 'acme/model:7').at('/model')]),
    good: image('acme/model:7'),
    given: 'kubernetesVersion was 1.30',
    allowed: '1.35',
    fix: 'an init container',
  },
]);

const settings = Volume.configMapNamed('settings', 'settings');

describeCode('MS1102', [
  {
    name: 'inside of a ConfigMap',
    bad: mounted([settings.at('/etc/cart'), Volume.emptyDir('cache').at('/etc/cart/cache')]),
    good: mounted([settings.at('/etc/cart'), Volume.emptyDir('cache').at('/etc/cart-cache')]),
    given: 'container cart mounts settings at /etc/cart, read-only',
    fix: 'Volume.projected()',
  },
  {
    name: 'inside of a ConfigMap that is mounted for writing, which the kubelet ignores',
    bad: mounted([settings.at('/etc/cart', { readOnly: false }), Volume.emptyDir('cache').at('/etc/cart//cache/')]),
    good: mounted([Volume.emptyDir('etc').at('/etc/cart'), settings.at('/etc/cart/settings')]),
    given: 'mounts settings at /etc/cart',
    fix: 'mount it elsewhere',
  },
  {
    name: 'inside of a volume that is mounted read-only',
    bad: mounted([Volume.emptyDir('data').at('/data', { readOnly: true }), settings.at('/data/settings')]),
    good: mounted([Volume.emptyDir('data').at('/data'), settings.at('/data/settings')]),
    given: 'mounts data at /data',
    fix: 'mount it elsewhere',
  },
]);

test('MS1102 asks the innermost mount alone', () => {
  const inner = mounted([settings.at('/a'), Volume.emptyDir('b').at('/a/b'), Volume.emptyDir('c').at('/a/b/c')]);
  expect(findings(inner).filter(({ code }) => code === 'MS1102')).toHaveLength(1);
});

const asking = new Platform({ cluster: new ClusterFacts({ storage: { requiresVolumeSizes: true } }) });
const asked = (volumes: Volume[]) => (stack: ApplicationStack) =>
  cart(new ApplicationStack(stack, 'asked', { platform: asking }), {
    pod: { mounts: volumes.map((each) => each.at(`/${each.name}`)) },
  });

describeCode('MS1105', [
  {
    name: 'a disk',
    bad: asked([Volume.emptyDir('data')]),
    good: asked([Volume.emptyDir('data', { sizeLimit: Size.mebibytes(64) })]),
    path: 'shop/asked/cart',
    given: 'sizeLimit was not stated',
    fix: "Volume.emptyDir('data'",
  },
  {
    name: 'memory',
    bad: asked([Volume.emptyDir('data', { medium: EmptyDirMedium.MEMORY })]),
    good: mounted([Volume.emptyDir('data').at('/data')]),
    path: 'shop/asked/cart',
    given: 'sizeLimit was not stated',
    fix: 'sizeLimit',
  },
]);

test.each([
  ['VOLUMES_CSI', Volume.csi('v', { driver: 'csi.acme.com' })],
  ['VOLUMES_EPHEMERAL', Volume.ephemeral('v', { size: Size.gibibytes(1) })],
  ['VOLUMES_IMAGE', Volume.image('v', 'acme/model:7')],
] as const)('MS7006: functions mount volumes of %s where the feature is on', (feature, of) => {
  const found = (features: KnativeFeature[]) => {
    const app = new PlainApp();
    const cluster = new ClusterFacts({ kubernetesVersion: KubernetesVersion.of('1.35') });
    const stack = new ApplicationStack(app, 'fn', {
      platform: new Platform({ cluster, functions: new KnativeServing({ features }) }),
    });
    new ServerlessFunction(stack, 'thumbnail', { image: 'acme/thumbnail:1', pod: { mounts: [of.at('/v')] } });
    return findingsOf(app);
  };
  expect(found([])).toEqual([
    expect.objectContaining({ code: 'MS7006', fix: expect.stringContaining(`KnativeFeature.${feature}`) }),
  ]);
  expect(found([KnativeFeature[feature]])).toEqual([]);
});
