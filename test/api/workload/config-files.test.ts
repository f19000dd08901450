import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Duration } from 'cdk8s';
import {
  ApplicationStack,
  ConfigFile,
  Job,
  KnativeServing,
  Microservice,
  type MicroserviceProps,
  Mount,
  Platform,
  ScheduledJob,
  ServerlessFunction,
  StatefulService,
  Volume,
} from '../../../lib';

const IMAGE = 'ghcr.io/acme/cart:1.4.2';
const HASH = 'cdk8s-microservice/configuration-hash';

interface Container {
  readonly name: string;
  readonly volumeMounts: readonly object[];
}

interface Pod {
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly volumes: readonly object[];
}

const shop = () =>
  new ApplicationStack(new App(), 'shop', { platform: new Platform({ functions: new KnativeServing() }) });

function cart(mounts: Mount[], pod: MicroserviceProps['pod'] = {}): Microservice {
  return new Microservice(shop(), 'cart', { image: IMAGE, pod: { ...pod, mounts } });
}

function mapsOf(scope: Microservice | Job | ServerlessFunction): readonly Record<string, any>[] {
  const objects = scope.node.findAll().filter((each): each is ApiObject => ApiObject.isApiObject(each));
  return objects.filter(({ kind }) => kind === 'ConfigMap').map((each) => each.toJson() as Record<string, any>);
}

function templateOf(workload: ApiObject): { metadata: { annotations?: Record<string, string> }; spec: Pod } {
  const { spec } = workload.toJson() as Record<string, any>;
  return (spec.jobTemplate?.spec ?? spec).template;
}

const podOf = (scope: { readonly workload: ApiObject }) => templateOf(scope.workload).spec;
const mountsOf = (pod: Pod, name = 'cart') =>
  [...(pod.initContainers ?? []), ...pod.containers].find((each) => each.name === name)!.volumeMounts;

test('a text stands beside the files of the image, in a ConfigMap of the workload', () => {
  const microservice = cart([ConfigFile.fromText('/etc/cart/cart.yaml', 'currency: EUR\nlines: |\n  a\n\tb\n')]);
  expect(mapsOf(microservice)).toEqual([
    expect.objectContaining({
      metadata: expect.objectContaining({
        name: 'cart-files',
        namespace: 'shop',
        labels: expect.objectContaining({ 'app.kubernetes.io/name': 'cart' }),
      }),
      data: { 'etc.cart.cart.yaml': 'currency: EUR\nlines: |\n  a\n\tb\n' },
    }),
  ]);
  const pod = podOf(microservice);
  expect(pod.volumes).toContainEqual({ name: 'config-files', configMap: { name: 'cart-files' } });
  expect(mountsOf(pod)).toContainEqual({
    name: 'config-files',
    mountPath: '/etc/cart/cart.yaml',
    subPath: 'etc.cart.cart.yaml',
    readOnly: true,
  });
});

test('another content restarts the pods, and the same one does not', () => {
  const hashOf = (text: string) =>
    templateOf(cart([ConfigFile.fromText('/etc/cart.yaml', text)]).workload).metadata.annotations?.[HASH];
  expect(hashOf('a')).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf('a')).toBe(hashOf('a'));
  expect(hashOf('a')).not.toBe(hashOf('b'));
});

test('bytes that are no text are binary', () => {
  const [map] = mapsOf(
    cart([
      ConfigFile.fromBase64('/etc/logo.png', Buffer.from([0x89, 0x50, 0, 0xff]).toString('base64')),
      ConfigFile.fromBase64('/etc/motd', Buffer.from('hello ☕').toString('base64')),
      ConfigFile.fromText('/etc/zero', 'a\0b'),
    ]),
  );
  expect(map).toMatchObject({
    data: { 'etc.motd': 'hello ☕' },
    binaryData: { 'etc.logo.png': 'iVAA/w==', 'etc.zero': 'YQBi' },
  });
});

describe('a file of the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'config-file-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read, as text or as bytes', () => {
    writeFileSync(join(folder, 'cart.ini'), 'a=1\r\n');
    writeFileSync(join(folder, 'cart.bin'), Buffer.from([0xc3, 0x28]));
    const [map] = mapsOf(
      cart([
        ConfigFile.fromFile('/etc/cart.ini', join(folder, 'cart.ini')),
        ConfigFile.fromFile('/etc/cart.bin', join(folder, 'cart.bin')),
      ]),
    );
    expect(map).toMatchObject({ data: { 'etc.cart.ini': 'a=1\r\n' }, binaryData: { 'etc.cart.bin': 'wyg=' } });
  });
});

test('permissions of single files', () => {
  const pod = podOf(
    cart([
      ConfigFile.fromText('/opt/start.sh', 'exec cart', { mode: 0o555 }),
      ConfigFile.fromText('/opt/cart.yaml', 'a: 1'),
    ]),
  );
  expect(pod.volumes).toContainEqual({
    name: 'config-files',
    configMap: {
      name: 'cart-files',
      items: [
        { key: 'opt.cart.yaml', path: 'opt.cart.yaml' },
        { key: 'opt.start.sh', path: 'opt.start.sh', mode: 0o555 },
      ],
    },
  });
});

test('a whole folder holds the files below it', () => {
  const pod = podOf(
    cart([
      ConfigFile.fromText('/etc/cart/a.yaml', 'a', { wholeFolder: true }),
      ConfigFile.fromText('/etc/cart/more/b.yaml', 'b', { mode: 0o400 }),
      ConfigFile.fromText('/etc/other.yaml', 'c'),
    ]),
  );
  expect(pod.volumes).toEqual(
    expect.arrayContaining([
      { name: 'config-files', configMap: { name: 'cart-files' } },
      {
        name: 'config-files-1',
        configMap: {
          name: 'cart-files',
          items: [
            { key: 'etc.cart.a.yaml', path: 'a.yaml' },
            { key: 'etc.cart.more.b.yaml', path: 'more/b.yaml', mode: 0o400 },
          ],
        },
      },
    ]),
  );
  expect(mountsOf(pod)).toEqual([
    { name: 'config-files-1', mountPath: '/etc/cart', readOnly: true },
    expect.objectContaining({ mountPath: '/etc/other.yaml', subPath: 'etc.other.yaml' }),
    expect.objectContaining({ mountPath: '/tmp' }),
  ]);
});

test('each container gets the files that it states', () => {
  const shared = ConfigFile.fromText('/etc/shared', 's');
  const microservice = cart([shared, ConfigFile.fromText('/etc/own', 'cart')], {
    initContainers: [{ name: 'wait', image: IMAGE, mounts: [shared, ConfigFile.fromText('/etc/own', 'wait')] }],
    containers: [{ name: 'proxy', image: IMAGE }],
  });
  const keysOf = (name: string) =>
    mountsOf(podOf(microservice), name)
      .map((mount) => (mount as { subPath?: string }).subPath)
      .filter((key) => key !== undefined);
  const [{ data }] = mapsOf(microservice) as [Record<string, any>];
  expect(keysOf('proxy')).toEqual([]);
  expect(keysOf('cart').map((key) => data[key])).toEqual(['cart', 's']);
  expect(keysOf('wait').map((key) => data[key])).toEqual(['wait', 's']);
  expect(Object.keys(data)).toHaveLength(3);
});

test('an immutable file is in a ConfigMap whose name follows from the content', () => {
  const of = (text: string) => {
    const microservice = cart([
      ConfigFile.fromText('/etc/rules', text, { immutable: true }),
      ConfigFile.fromText('/etc/cart.yaml', 'a'),
    ]);
    return { maps: mapsOf(microservice), pod: podOf(microservice) };
  };
  const { maps, pod } = of('one');
  const fixed = maps.find(({ immutable }) => immutable === true)!;
  expect(fixed).toMatchObject({
    metadata: { name: expect.stringMatching(/^cart-files-[0-9a-f]{10}$/) },
    data: { 'etc.rules': 'one' },
  });
  expect(maps.map(({ metadata }) => metadata.name).sort()).toEqual(['cart-files', fixed['metadata'].name]);
  expect(pod.volumes).toContainEqual({
    name: 'config-files-immutable',
    configMap: { name: fixed['metadata'].name },
  });
  expect(of('one').maps).toEqual(maps);
  expect(of('two').maps.map(({ metadata }) => metadata.name)).not.toContain(fixed['metadata'].name);
});

test('paths whose signs keys cannot have are told apart', () => {
  const [map] = mapsOf(
    cart([
      ConfigFile.fromText('/a/b', '1'),
      ConfigFile.fromText('/a.b', '2'),
      ConfigFile.fromText('/..c', '3'),
      ConfigFile.fromText(`/${'long/'.repeat(60)}x`, '4'),
      ConfigFile.fromText('/etc/a@b', '5'),
    ]),
  );
  expect(Object.values(map!['data']).sort()).toEqual(['1', '2', '3', '4', '5']);
  expect(map!['data']).toMatchObject({ 'a.b': '2', 'a.b-2': '1', '_.c': '3', 'etc.a_b': '5' });
});

test.each([
  ['Microservice', (pod: object) => new Microservice(shop(), 'cart', { image: IMAGE, pod })],
  ['StatefulService', (pod: object) => new StatefulService(shop(), 'cart', { image: IMAGE, pod })],
  ['Job', (pod: object) => new Job(shop(), 'cart', { image: IMAGE, run: { activeDeadline: Duration.hours(1) }, pod })],
  ['ScheduledJob', (pod: object) => new ScheduledJob(shop(), 'cart', { image: IMAGE, schedule: '@daily', pod })],
  ['ServerlessFunction', (pod: object) => new ServerlessFunction(shop(), 'cart', { image: IMAGE, pod })],
])('a %s gets files', (_, make) => {
  const made = make({ mounts: [ConfigFile.fromText('/etc/cart.yaml', 'a: 1'), Volume.emptyDir('data').at('/data')] });
  expect(mapsOf(made as Microservice)).toEqual([expect.objectContaining({ data: { 'etc.cart.yaml': 'a: 1' } })]);
  expect(podOf(made).volumes).toContainEqual({ name: 'config-files', configMap: { name: 'cart-files' } });
  expect(podOf(made).containers[0]!.volumeMounts).toContainEqual(
    expect.objectContaining({ mountPath: '/etc/cart.yaml', subPath: 'etc.cart.yaml' }),
  );
});

test('a workload without files has no ConfigMap', () => {
  expect(mapsOf(cart([Volume.emptyDir('data').at('/data')]))).toEqual([]);
});
