import { ApiObject, App as PlainApp, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { ConfigMap, EnvFrom, EnvValue, Secret } from 'cdk8s-plus-27';
import {
  ApplicationStack,
  ArgoRollouts,
  CanaryStep,
  Flagger,
  IstioMesh,
  KnativeServing,
  KubernetesDelivery,
  Microservice,
  MicroservicePod,
  MicroserviceProps,
  Platform,
  Port,
  Rollout,
  ServerlessFunction,
  Volume,
} from '../../../lib';
import { CONFIGURATION_HASH } from '../../../lib/emit/kubernetes';
import { cart, shop } from './program';

interface Workload {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly annotations?: Readonly<Record<string, string>> };
    };
  };
}

const annotationsOf = (object: ApiObject) => (object.toJson() as Workload).spec.template.metadata.annotations;
const hashOf = (object: ApiObject) => annotationsOf(object)?.[CONFIGURATION_HASH];

/** The content of a ConfigMap, a Secret in text and a ConfigMap with bytes; each test changes one part of it. */
const CONTENT = {
  settings: { currency: 'EUR', language: 'en' } as Record<string, string>,
  password: { password: 'a', user: 'b' } as Record<string, string>,
  bytes: { logo: 'AAAA' } as Record<string, string>,
};
type Content = typeof CONTENT;

interface Objects {
  readonly settings: ConfigMap;
  readonly password: Secret;
  readonly bytes: ConfigMap;
}

/** The hash of a microservice that reads as stated. */
function hashWith(
  pod: (objects: Objects) => MicroservicePod,
  content: Partial<Content> = {},
  state: (microservice: Microservice) => void = () => undefined,
): string | undefined {
  const stack = shop();
  const { settings, password, bytes } = { ...CONTENT, ...content };
  const objects = {
    settings: new ConfigMap(stack, 'settings', { data: { ...settings }, metadata: { name: 'settings' } }),
    password: new Secret(stack, 'password', { stringData: { ...password }, metadata: { name: 'password' } }),
    bytes: new ConfigMap(stack, 'bytes', { binaryData: { ...bytes }, metadata: { name: 'bytes' } }),
  };
  const microservice = cart({ pod: pod(objects) }, stack);
  state(microservice);
  return hashOf(microservice.workload);
}

const projected =
  (source: object, mount: object = {}) =>
  (microservice: Microservice) => {
    microservice.patch({
      spec: { template: { spec: { volumes: [{ name: 'all', projected: { sources: [source] } }] } } },
    });
    microservice.patchContainer('cart', { volumeMounts: [{ name: 'all', mountPath: '/all', ...mount }] });
  };

const OTHER_CURRENCY = { settings: { ...CONTENT.settings, currency: 'USD' } };
const OTHER_LANGUAGE = { settings: { ...CONTENT.settings, language: 'de' } };
const ONE_MORE = { settings: { ...CONTENT.settings, extra: '1' } };
const OTHER_PASSWORD = { password: { ...CONTENT.password, password: 'c' } };
const OTHER_USER = { password: { ...CONTENT.password, user: 'c' } };
const OTHER_LOGO = { bytes: { logo: 'AAAB' } };

type Reading = readonly [
  title: string,
  pod: (objects: Objects) => MicroservicePod,
  read: readonly Partial<Content>[],
  unread: readonly Partial<Content>[],
  state?: (microservice: Microservice) => void,
];

const volume = ({ settings }: Objects, options = {}) => Volume.configMap('settings', settings, options);
const image = 'acme/tool:1';

const READINGS: readonly Reading[] = [
  ['a volume', (all) => ({ mounts: [volume(all).at('/c')] }), [OTHER_CURRENCY, ONE_MORE], [OTHER_PASSWORD]],
  [
    'bytes in a volume',
    ({ bytes }) => ({ mounts: [Volume.configMap('bytes', bytes).at('/c')] }),
    [OTHER_LOGO],
    [OTHER_CURRENCY],
  ],
  [
    'some keys of a volume',
    (all) => ({ mounts: [volume(all, { items: { currency: 'a.txt' } }).at('/c')] }),
    [OTHER_CURRENCY],
    [OTHER_LANGUAGE, ONE_MORE],
  ],
  [
    'a file of a volume',
    (all) => ({ mounts: [volume(all).at('/c', { subPath: 'currency' })] }),
    [OTHER_CURRENCY],
    [OTHER_LANGUAGE, ONE_MORE],
  ],
  [
    'a folder of a volume',
    (all) => ({
      mounts: [volume(all, { items: { currency: 'a/b', language: 'ab/c' } }).at('/c', { subPath: 'a/' })],
    }),
    [OTHER_CURRENCY],
    [OTHER_LANGUAGE],
  ],
  [
    'two files of one volume',
    (all) => ({
      mounts: [volume(all).at('/c', { subPath: 'currency' }), volume(all).at('/l', { subPath: 'language' })],
    }),
    [OTHER_CURRENCY, OTHER_LANGUAGE],
    [ONE_MORE],
  ],
  [
    'a volume by name',
    () => ({ mounts: [Volume.configMapNamed('c', 'settings').at('/c')] }),
    [OTHER_CURRENCY],
    [OTHER_PASSWORD],
  ],
  [
    'a Secret in a volume',
    ({ password }) => ({ mounts: [Volume.secret('password', password).at('/p')] }),
    [OTHER_PASSWORD, OTHER_USER],
    [OTHER_CURRENCY],
  ],
  [
    'a variable of a ConfigMap',
    ({ settings }) => ({
      envValues: { CURRENCY: EnvValue.fromConfigMap(settings, 'currency') },
    }),
    [OTHER_CURRENCY],
    [OTHER_LANGUAGE, ONE_MORE],
  ],
  [
    'a variable of a Secret',
    ({ password }) => ({ envValues: { PASSWORD: EnvValue.fromSecretValue({ secret: password, key: 'password' }) } }),
    [OTHER_PASSWORD],
    [OTHER_USER, OTHER_CURRENCY],
  ],
  [
    'all variables of a ConfigMap and a Secret',
    ({ settings, password }) => ({ envFrom: [new EnvFrom(settings), new EnvFrom(undefined, 'P_', password)] }),
    [OTHER_CURRENCY, ONE_MORE, OTHER_PASSWORD],
    [],
  ],
  ['variables of a ConfigMap of bytes', ({ bytes }) => ({ envFrom: [new EnvFrom(bytes)] }), [], [OTHER_LOGO]],
  ['an optional volume', (all) => ({ mounts: [volume(all, { optional: true }).at('/c')] }), [OTHER_CURRENCY], []],
  [
    'an init container',
    (all) => ({ initContainers: [{ name: 'wait', image, mounts: [volume(all).at('/c')] }] }),
    [OTHER_CURRENCY],
    [OTHER_USER],
  ],
  [
    'a sidecar and another container',
    ({ settings, password }) => ({
      containers: [
        { name: 'proxy', image, sidecar: true, envFrom: [new EnvFrom(settings)] },
        { name: 'agent', image, mounts: [Volume.secret('p', password).at('/p', { subPath: 'user' })] },
      ],
    }),
    [OTHER_CURRENCY, OTHER_USER],
    [OTHER_PASSWORD],
  ],
  [
    'a projected volume of a patch',
    () => ({}),
    [OTHER_CURRENCY],
    [OTHER_LANGUAGE],
    projected({ configMap: { name: 'settings', items: [{ key: 'currency', path: 'c' }] } }),
  ],
  [
    'a projected Secret of a patch',
    () => ({}),
    [OTHER_USER],
    [OTHER_PASSWORD],
    projected({ secret: { name: 'password' } }, { subPath: 'user' }),
  ],
  [
    'what a patch takes away',
    (all) => ({ mounts: [volume(all).at('/c')] }),
    [],
    [OTHER_CURRENCY],
    (microservice) => microservice.patchContainer('cart', { volumeMounts: [{ mountPath: '/c', $patch: 'delete' }] }),
  ],
  [
    'files that the application reads again',
    (all) => ({ mounts: [volume(all, { restartsPods: false }).at('/c')] }),
    [],
    [OTHER_CURRENCY],
  ],
];

describe('the hash of configuration', () => {
  test.each(READINGS.map((reading) => [reading[0], reading] as const))(
    'follows %s',
    (_title, [, pod, read, unread, state]) => {
      const before = hashWith(pod, {}, state);
      for (const content of read) expect(hashWith(pod, content, state)).not.toBe(before);
      for (const content of unread) expect(hashWith(pod, content, state)).toBe(before);
      if (read.length > 0) expect(before).toMatch(/^[0-9a-f]{16}$/);
    },
  );

  test('is there for a name that an object of the program has, stated later and in another chart', () => {
    const app = Testing.app();
    const stack = new ApplicationStack(app, 'shop');
    const microservice = cart({ pod: { mounts: [Volume.configMapNamed('c', 'later').at('/c')] } }, stack);
    expect(hashOf(microservice.workload)).toBeUndefined();
    new ApiObject(new Chart(app, 'other', { namespace: 'other' }), 'later', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'later' },
      data: { a: '1' },
    });
    expect(hashOf(microservice.workload)).toBeUndefined();
    new ApiObject(new Chart(app, 'config', { namespace: 'shop' }), 'later', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'later' },
      data: { a: '1' },
    });
    expect(hashOf(microservice.workload)).toMatch(/^[0-9a-f]{16}$/);
  });

  test('takes an object without a namespace for one of the workload where there is no other', () => {
    const app = Testing.app();
    const microservice = cart(
      { pod: { envFrom: [new EnvFrom(ConfigMap.fromConfigMapName(new Chart(app, 'names'), 'c', 'settings'))] } },
      new ApplicationStack(app, 'shop'),
    );
    const settings = (chart: Chart, a: string) =>
      new ApiObject(chart, 'c', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a } });
    settings(new Chart(app, 'plain'), '1');
    const before = hashOf(microservice.workload);
    expect(before).toBeDefined();
    settings(new Chart(app, 'settings', { namespace: 'shop' }), '2');
    expect(hashOf(microservice.workload)).not.toBe(before);
  });

  test('reads the content at the end: added keys, lazy values and patches count', () => {
    const stack = shop();
    let late = 'a';
    const settings = new ConfigMap(stack, 'settings', { data: { late: Lazy.any({ produce: () => late }) as string } });
    const microservice = cart({ pod: { envFrom: [new EnvFrom(settings)] } }, stack);
    const hashes = [hashOf(microservice.workload)];
    const next = (change: () => void) => {
      change();
      hashes.push(hashOf(microservice.workload));
    };
    next(() => (late = 'b'));
    next(() => settings.addData('more', '1'));
    next(() => ApiObject.of(settings).addJsonPatch(JsonPatch.replace('/data/more', '2')));
    expect(new Set(hashes).size).toBe(4);
    next(() => settings.metadata.addLabel('team', 'a'));
    expect(hashes[4]).toBe(hashes[3]);
  });

  test('is the same for a Secret in text and in base64', () => {
    const hash = (fields: object) => {
      const stack = shop();
      new ApiObject(stack, 'password', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'password' },
        ...fields,
      });
      const mounts = [Volume.secretNamed('p', 'password').at('/p')];
      return hashOf(cart({ pod: { mounts } }, stack).workload);
    };
    const text = hash({ stringData: { password: 'ä' } });
    expect(hash({ data: { password: Buffer.from('ä').toString('base64') } })).toBe(text);
    expect(hash({ data: { password: 'AAAA' }, stringData: { password: 'ä' } })).toBe(text);
    expect(hash({ data: { password: 'AAAA' } })).not.toBe(text);
  });

  test('tells equal values of two objects apart, and does not depend on the order of statements', () => {
    const hash = (name: string, ...keys: string[]) => {
      const stack = shop();
      const settings = new ConfigMap(stack, name, { data: Object.fromEntries(keys.map((key) => [key, '1'])) });
      return hashOf(cart({ pod: { envFrom: [new EnvFrom(settings)] } }, stack).workload);
    };
    expect(hash('one', 'a', 'b')).toBe(hash('one', 'b', 'a'));
    expect(hash('one', 'a', 'b')).not.toBe(hash('two', 'a', 'b'));
  });

  test('is not there where nothing of the program is read, and leaves a stated one alone', () => {
    expect(hashWith(() => ({}))).toBeUndefined();
    expect(hashWith(() => ({ mounts: [Volume.configMapNamed('c', 'elsewhere').at('/c')] }))).toBeUndefined();
    const stack = shop();
    const settings = new ConfigMap(stack, 'settings', { data: { a: '1' } });
    const props = {
      pod: { mounts: [Volume.configMap('c', settings).at('/c')] },
      metadata: { podAnnotations: { [CONFIGURATION_HASH]: 'mine' } },
    };
    expect(hashOf(cart(props, stack).workload)).toBe('mine');
  });

  test.each<[Record<string, string>, boolean]>([
    [{ 'reloader.stakater.com/auto': 'true' }, false],
    [{ 'configmap.reloader.stakater.com/auto': 'true' }, false],
    [{ 'configmap.reloader.stakater.com/reload': 'other, settings' }, false],
    [{ 'reloader.stakater.com/search': 'true' }, false],
    [{ 'reloader.stakater.com/auto': 'false' }, true],
    [{ 'secret.reloader.stakater.com/auto': 'true' }, true],
    [{ 'configmap.reloader.stakater.com/reload': 'other' }, true],
  ])('leaves what Reloader restarts to it: %p', (annotations, present) => {
    for (const metadata of [{ annotations }, { podAnnotations: annotations }]) {
      const stack = shop();
      const settings = new ConfigMap(stack, 'settings', {
        data: { a: '1' },
        metadata: { name: 'settings', annotations: { 'reloader.stakater.com/match': 'true' } },
      });
      const microservice = cart({ metadata, pod: { envFrom: [new EnvFrom(settings)] } }, stack);
      expect(hashOf(microservice.workload) !== undefined).toBe(present);
    }
  });
});

/** A canary or blue-green rollout that reads a ConfigMap of the program. */
function delivered(delivery: Platform['delivery'], rollout: Rollout, value: string): Workload[] {
  const app = new PlainApp();
  const platform = new Platform({ mesh: new IstioMesh(), delivery });
  const stack = new ApplicationStack(app, 'shop', { platform });
  const settings = new ConfigMap(stack, 'settings', { data: { a: value } });
  new Microservice(stack, 'cart', {
    image: 'acme/cart:1',
    ports: [Port.http(8080)],
    lifecycle: { rollout },
    pod: { mounts: [Volume.configMap('settings', settings).at('/c')] },
  });
  return stack.node
    .findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct))
    .map((object) => object.toJson() as Workload)
    .filter(({ kind }) => ['Deployment', 'Rollout'].includes(kind));
}

const canary = Rollout.canary({ steps: [CanaryStep.weight(20)] });

test.each<[string, Platform['delivery'], Rollout, readonly string[]]>([
  ['a rolling update', new KubernetesDelivery(), Rollout.rolling(), ['Deployment cart']],
  [
    'a candidate',
    new KubernetesDelivery({ candidates: { cart: { image: 'acme/cart:2', weight: 20 } } }),
    canary,
    ['Deployment cart', 'Deployment cart-canary'],
  ],
  ['Argo Rollouts', new ArgoRollouts(), canary, ['Rollout cart']],
  ['Flagger', new Flagger(), canary, ['Deployment cart']],
])('the pods of every version restart: %s', (_title, delivery, rollout, workloads) => {
  const [before, after] = ['1', '2'].map((value) => delivered(delivery, rollout, value));
  expect(before!.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual(workloads);
  const hashes = [...before!, ...after!].map(({ spec }) => spec.template.metadata.annotations?.[CONFIGURATION_HASH]);
  expect(hashes).not.toContain(undefined);
  expect(new Set(hashes).size).toBe(2);
});

test('a function gets a new revision', () => {
  const hash = (value: string) => {
    const stack = shop({ platform: new Platform({ functions: new KnativeServing() }) });
    const settings = new ConfigMap(stack, 'settings', { data: { a: value, b: '1' } });
    const pod: MicroserviceProps['pod'] = { envValues: { A: EnvValue.fromConfigMap(settings, 'a') } };
    return hashOf(new ServerlessFunction(stack, 'thumbnail', { image: 'acme/thumbnail:1', pod }).workload);
  };
  expect(hash('1')).toMatch(/^[0-9a-f]{16}$/);
  expect(hash('1')).not.toBe(hash('2'));
});
