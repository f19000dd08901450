import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { ApiObject, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { App, AppProps, ApplicationStack, Finding } from '../../lib';
import { cart } from './cases';

/** What our App finds in a program. */
function found(program: (app: App) => void, props: AppProps = {}): Finding[] {
  const app = new App(props);
  program(app);
  return app.validate();
}

const object = (scope: Construct, id: string, data: unknown) =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id, namespace: 'shop' }, data });

describe('MS0001: a validation failed', () => {
  const foreign = (text: string[]) => (app: App) =>
    new Chart(app, 'plain').node.addValidation({ validate: () => text });

  test('of another construct', () => {
    expect(found(foreign(['too\nold']))).toEqual([
      expect.objectContaining({
        code: 'MS0001',
        path: 'plain',
        message: 'too; old',
        given: 'a validation that was added to this Chart',
        fix: 'change what the message names; this validation is not of cdk8s-microservice',
      }),
    ]);
    expect(found(foreign([]))).toEqual([]);
  });

  test('by throwing', () => {
    const throws = (app: App) =>
      new Chart(app, 'plain').node.addValidation({
        validate: () => {
          throw new Error('no luck');
        },
      });
    expect(found(throws)).toEqual([
      expect.objectContaining({ code: 'MS0001', path: 'plain', message: expect.stringContaining('no luck') }),
    ]);
  });
});

test('MS0002: two objects share kind, namespace and name', () => {
  const objects =
    (...names: string[]) =>
    (app: App) =>
      names.forEach((name, at) => object(new Chart(app, `c${at}`), name, {}));
  expect(found(objects('a', 'a'))).toEqual([
    expect.objectContaining({
      code: 'MS0002',
      path: 'c1/a',
      given: 'c0/a and c1/a',
      fix: expect.stringContaining('rename'),
    }),
  ]);
  expect(found(objects('a', 'b'))).toEqual([]);
});

describe('MS0002: two objects of the whole cluster', () => {
  const made = (chart: Chart, apiVersion: string, kind: string, name: string, id = name) =>
    new ApiObject(chart, id, { apiVersion, kind, metadata: { name } });
  const inTwo = (apiVersion: string, kind: string) => (app: App) =>
    ['one', 'two'].forEach((namespace) => made(new Chart(app, namespace, { namespace }), apiVersion, kind, 'same'));

  test.each([
    ['v1', 'Namespace'],
    ['v1', 'PersistentVolume'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['storage.k8s.io/v1', 'StorageClass'],
    ['gateway.networking.k8s.io/v1', 'GatewayClass'],
    ['cert-manager.io/v1', 'ClusterIssuer'],
    ['keda.sh/v1alpha1', 'ClusterTriggerAuthentication'],
  ])('%s %s in two namespaces are one', (apiVersion, kind) => {
    expect(found(inTwo(apiVersion, kind))).toEqual([
      expect.objectContaining({
        code: 'MS0002',
        message: `two objects are ${kind} same`,
        given: 'one/same and two/same',
        fix: 'rename one of them, or state it once',
      }),
    ]);
  });

  test.each([
    ['v1', 'ConfigMap'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
    // The scope of a kind is a matter of its group.
    ['example.com/v1', 'Namespace'],
    ['example.com/v1', 'ClusterRole'],
    ['constructor/v1', 'ClusterRole'],
  ])('%s %s in two namespaces are two', (apiVersion, kind) => {
    expect(found(inTwo(apiVersion, kind))).toEqual([]);
  });

  const namespaceOfAStack = expect.objectContaining({ code: 'MS0002', message: 'two objects are Namespace shop' });

  test('the Namespace of a stack stands once, in it and beside it', () => {
    expect(found((app) => made(new ApplicationStack(app, 'shop'), 'v1', 'Namespace', 'shop', 'mine'))).toEqual([
      namespaceOfAStack,
    ]);
    const beside = (app: App) => {
      new ApplicationStack(app, 'shop');
      made(new Chart(app, 'other'), 'v1', 'Namespace', 'shop');
    };
    expect(found(beside)).toEqual([namespaceOfAStack]);
  });

  test('the name is the one after patches', () => {
    const renamed = (app: App) =>
      made(new ApplicationStack(app, 'shop'), 'v1', 'Namespace', 'mine').addJsonPatch(
        JsonPatch.replace('/metadata/name', 'shop'),
      );
    expect(found(renamed)).toEqual([namespaceOfAStack]);
  });
});

test('MS0003: dependencies form a cycle', () => {
  const charts =
    (...edges: [number, number][]) =>
    (app: App) => {
      const all = [0, 1].map((at) => new Chart(app, `c${at}`));
      edges.forEach(([from, to]) => all[from]!.addDependency(all[to]!));
    };
  expect(found(charts([0, 1], [1, 0]))).toEqual([
    expect.objectContaining({
      code: 'MS0003',
      given: expect.stringMatching(/c0.*c1/),
      fix: expect.stringContaining('remove'),
    }),
  ]);
  expect(found(charts([0, 1]))).toEqual([]);
});

test('MS0004: an object cannot be rendered', () => {
  const lazy = (produce: () => unknown) => (app: App) => object(new Chart(app, 'plain'), 'a', Lazy.any({ produce }));
  expect(
    found(
      lazy(() => {
        throw new Error('no luck');
      }),
    ),
  ).toEqual([
    expect.objectContaining({
      code: 'MS0004',
      path: 'plain/a',
      message: expect.stringContaining('no luck'),
      fix: expect.stringMatching(/.{8}/),
    }),
  ]);
  expect(found(lazy(() => ({ a: 'b' })))).toEqual([]);
});

test('MS0010: two files of the output share a name', () => {
  const objects =
    (...names: string[]) =>
    (app: App) =>
      names.forEach((name, at) => object(new Chart(app, `c${at}`), name, {}));
  const props = { yamlOutputType: YamlOutputType.FILE_PER_RESOURCE };
  expect(found(objects('a:b', 'ab'), props)).toEqual([
    expect.objectContaining({
      code: 'MS0010',
      path: 'c1/ab',
      given: 'c0/a:b and c1/ab',
      fix: expect.stringContaining('rename'),
    }),
  ]);
  expect(found(objects('a', 'b'), props)).toEqual([]);
});

test.each([
  ['/', 'the root of the disk'],
  ['/tmp/..', 'the root of the disk'],
  [os.homedir(), 'the home folder'],
])('MS0011: the output folder is %s, %s', (outdir, place) => {
  for (const folder of [undefined, 'a'])
    expect(found(() => {}, { outdir, ...(folder !== undefined && { folder }) })).toEqual([
      expect.objectContaining({ code: 'MS0011', message: `the output folder is ${place}` }),
    ]);
});

test('MS0011: the folder of an app leaves the output', () => {
  expect(found(() => undefined, { folder: '../elsewhere' })).toEqual([
    expect.objectContaining({
      code: 'MS0011',
      path: '',
      given: expect.stringContaining('../elsewhere'),
      fix: expect.stringMatching(/.{8}/),
    }),
  ]);
  expect(found(() => undefined, { folder: 'shop/production' })).toEqual([]);
});

describe('MS0012: the output cannot be written', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'output-'));
  const before = process.exitCode;
  afterEach(() => {
    process.exitCode = before;
    jest.restoreAllMocks();
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test.each([
    ['a file where a folder is needed', 'file', 1],
    ['a folder', 'folder', before],
  ])('%s', (_, name, status) => {
    fs.writeFileSync(path.join(folder, 'file'), '');
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const app = new App({ outdir: path.join(folder, name) });
    cart(new ApplicationStack(app, 'shop'));
    app.synth();
    const text = stderr.mock.calls.join('');
    expect(process.exitCode).toBe(status);
    if (status === 1)
      expect(text).toMatch(/^error MS0012 \(app\): .*\n {2}.*file.*\n {2}see that the folder can be written to/);
    else expect(text).toBe('');
  });
});

test('MS0013: a dependency leads out of the charts', () => {
  const depending = (outside: boolean) => (app: App) =>
    new Chart(app, 'plain').node.addDependency(outside ? new Construct(app, 'lost') : new Chart(app, 'other'));
  expect(found(depending(true))).toEqual([
    expect.objectContaining({
      code: 'MS0013',
      given: expect.stringContaining('lost'),
      fix: expect.stringMatching(/.{8}/),
    }),
  ]);
  expect(found(depending(false))).toEqual([]);
});
