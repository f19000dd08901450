import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp, Chart, JsonPatch, Lazy, Testing, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { App } from '../../lib/app';
import { filesBelow } from '../../lib/app/disk';
import { Findings } from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { report } from '../../lib/errors';
import { Manifest } from '../../lib/emit/kubernetes/manifest';

const NAMELESS = { definition: CATALOGUE.get('MS1001')!, message: 'a name', given: 'name was _', fix: 'rename it' };

let folder: string;
let printed: { stderr: string; stdout: string };
let exitCode: typeof process.exitCode;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-'));
  exitCode = process.exitCode;
  printed = { stderr: '', stdout: '' };
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.stderr += String(text);
    return true;
  });
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.stdout += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = exitCode;
  rmSync(folder, { recursive: true, force: true });
});

const configMap = (scope: Construct, id: string, name = id, namespace?: string) =>
  new ApiObject(scope, id, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...(namespace && { namespace }) },
  });
const files = (below = '') => [...filesBelow(join(folder, below))].sort();
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('what an app writes', () => {
  test('begins with a document marker and says who wrote it', () => {
    const app = new App({ outdir: folder });
    const chart = new Chart(app, 'shop');
    configMap(chart, 'b');
    configMap(chart, 'a');
    app.synth();
    expect(text('shop.k8s.yaml')).toBe(
      [
        '---',
        '# Written by cdk8s-microservice as shop.k8s.yaml; changes here are lost at the next synth',
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: a',
        '---',
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: b',
        '',
      ].join('\n'),
    );
    expect(printed).toEqual({ stderr: '', stdout: '' });
  });

  test('goes to the folder of the app below that of the CLI', () => {
    for (const environment of ['test', 'production']) {
      const app = new App({ outdir: folder, folder: `shop/${environment}` });
      configMap(new Chart(app, 'shop'), 'a');
      app.synth();
    }
    expect(files()).toEqual(['shop/production/shop.k8s.yaml', 'shop/test/shop.k8s.yaml']);
  });

  test('goes where the environment variable of the CLI says', () => {
    process.env.CDK8S_OUTDIR = folder;
    try {
      expect(new App({ folder: 'a' }).outdir).toBe(join(folder, 'a'));
    } finally {
      delete process.env.CDK8S_OUTDIR;
    }
    expect(new App().outdir).toBe('dist');
  });

  test('leaves unchanged files untouched and removes its own stale ones, with folders that are then empty', () => {
    const synth = (names: string[]) => {
      const app = new App({ outdir: folder, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
      for (const name of names) configMap(new Chart(app, name), name);
      return app;
    };
    mkdirSync(join(folder, 'notes'));
    writeFileSync(join(folder, 'notes', 'README.md'), 'mine');
    writeFileSync(join(folder, 'foreign.k8s.yaml'), 'kind: Foreign\n');
    const app = synth(['a', 'b']);
    app.synth();
    const before = statSync(join(folder, 'a/ConfigMap.a.k8s.yaml')).ino;
    app.node.tryRemoveChild('b');
    app.synth();
    expect(files()).toEqual(['a/ConfigMap.a.k8s.yaml', 'foreign.k8s.yaml', 'notes/README.md']);
    expect(existsSync(join(folder, 'b'))).toBe(false);
    expect(statSync(join(folder, 'a/ConfigMap.a.k8s.yaml')).ino).toBe(before);
  });

  test('leaves the files of apps in folders below and of apps that share the folder', () => {
    const synth = (name: string, below?: string) => {
      const app = new App({ outdir: folder, ...(below && { folder: below }) });
      configMap(new Chart(app, name), name);
      app.synth();
    };
    synth('a', 'inner');
    synth('b');
    synth('c');
    expect(files()).toEqual(['b.k8s.yaml', 'c.k8s.yaml', 'inner/a.k8s.yaml']);
  });

  test('tells objects of two namespaces apart where each has a file', () => {
    const app = new App({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    configMap(new Chart(app, 'a', { namespace: 'a' }), 'x');
    configMap(new Chart(app, 'b', { namespace: 'b' }), 'x');
    configMap(new Chart(app, 'c', { namespace: 'c' }), 'y');
    app.synth();
    expect(files()).toEqual(['ConfigMap.a.x.k8s.yaml', 'ConfigMap.b.x.k8s.yaml', 'ConfigMap.y.k8s.yaml']);
  });

  test('resolves each object once, also where a chart calls super and validates once', () => {
    let resolved = 0;
    let validated = 0;
    class Calling extends Chart {
      public override toJson(): unknown[] {
        return [...super.toJson(), ...super.toJson().slice(0, 0)];
      }
    }
    const app = new App({ outdir: folder });
    const original = Cdk8sApp._synthChart;
    for (const id of ['a', 'b', 'c']) {
      const chart = new Calling(app, id);
      chart.node.addValidation({
        validate: () => {
          validated += 1;
          return [];
        },
      });
      new ApiObject(chart, 'x', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: id },
        data: Lazy.any({
          produce: () => {
            resolved += 1;
            return { a: 'b' };
          },
        }),
      });
    }
    app.synth();
    expect({ resolved, validated }).toEqual({ resolved: 3, validated: 3 });
    expect(Cdk8sApp._synthChart).toBe(original);
  });
});

describe('what an app reports', () => {
  test('is all that is wrong, in one report sorted by path, and nothing is written', () => {
    writeFileSync(join(folder, 'b.k8s.yaml'), 'as before\n');
    const app = new App({ outdir: folder });
    const chart = new Chart(app, 'b');
    report(chart, NAMELESS);
    chart.node.addValidation({ validate: () => ['of another construct'] });
    chart.node.addValidation({
      validate: () => {
        throw new Error('a bug\nat a place');
      },
    });
    configMap(new Chart(app, 'a'), 'x');
    configMap(chart, 'x');
    new ApiObject(chart, 'z', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'z' }, data: new Date(0) });
    app.synth();
    expect(printed.stderr).toBe(
      `${[
        'error MS0001 b: a validation threw: a bug',
        '  a check or validation that returns its findings',
        '  change the value that the message names; where it names none of yours, report it to the author of the check',
        'error MS0001 b: of another construct',
        '  a validation that was added to this Chart',
        '  change what the message names; this validation is not of cdk8s-microservice',
        'error MS1001 b: a name',
        '  name was _',
        '  rename it',
        'error MS0002 b/x: two objects are ConfigMap x',
        '  a/x and b/x',
        '  rename one of them, or put them into different namespaces',
        "error MS0004 b/z: ConfigMap z cannot be rendered: can't render non-simple object of type 'Date'",
        '  a value or a toJson that throws when it is rendered',
        '  mend the value or the toJson that throws',
        '5 errors; nothing was written',
        'explained in docs/findings: MS0001.md, MS0002.md, MS0004.md, MS1001.md',
      ].join('\n')}\n`,
    );
    expect(process.exitCode).toBe(1);
    expect(files()).toEqual(['b.k8s.yaml']);
    expect(text('b.k8s.yaml')).toBe('as before\n');
    expect(printed.stdout).toBe('');
  });

  test('names the constructs of a cycle once', () => {
    const app = new App({ outdir: folder });
    const [one, other] = [new Chart(app, 'one'), new Chart(app, 'other')];
    configMap(one, 'x').addDependency(configMap(other, 'y'));
    other.addDependency(one);
    expect(app.validate()).toMatchObject([
      { code: 'MS0003', path: 'one', given: 'one/x depends on other/y, other depends on one' },
    ]);
    expect(app.charts).toHaveLength(2);
  });

  test('is a dependency that leads out of the charts', () => {
    const app = new App({ outdir: folder });
    configMap(new Chart(app, 'a'), 'x').addDependency(new Construct(app, 'outside'));
    expect(app.validate()).toMatchObject([{ code: 'MS0013', path: 'a/x', given: 'a/x depends on outside' }]);
  });

  test.each(['/elsewhere', '..', '../elsewhere', 'a/../../b', '', ' '])('is the folder %j', (below) => {
    const app = new App({ outdir: folder, folder: below });
    expect(app.validate()).toMatchObject([{ code: 'MS0011', path: '', given: `folder was '${below}'` }]);
    app.synth();
    expect(printed.stderr).toContain(`error MS0011 (app): the folder of an app must be below the output folder\n`);
    expect(files()).toEqual([]);
  });

  test.each(['a\nb', 'a\0', '.cdk8s-microservice.switch'])('is the folder %j', (below) => {
    const app = new App({ outdir: folder, folder: below });
    expect(app.validate()).toMatchObject([{ code: 'MS0011', path: '' }]);
  });

  test.each(['', ' '])('is the output folder %j, which an unset variable yields', (outdir) => {
    const given = `outdir, or the environment variable CDK8S_OUTDIR, was "${outdir}"`;
    expect(new App({ outdir }).validate()).toMatchObject([{ code: 'MS0011', path: '', given }]);
    process.env.CDK8S_OUTDIR = outdir;
    try {
      expect(new App().validate()).toMatchObject([{ code: 'MS0011', path: '', given }]);
    } finally {
      delete process.env.CDK8S_OUTDIR;
    }
  });

  test.each(['/../../x.yaml', '\\..\\x.yaml', '/x', '.yaml\n', '\0'])('is the extension %j', (outputFileExtension) => {
    const app = new App({ outdir: join(folder, 'a/b'), outputFileExtension });
    configMap(new Chart(app, 'chart'), 'x');
    const given = `outputFileExtension was ${JSON.stringify(outputFileExtension)}`;
    expect(app.validate()).toMatchObject([{ code: 'MS0011', path: '', given }]);
    app.synth();
    expect(files()).toEqual([]);
  });

  test('is two files whose names differ in case alone', () => {
    const app = new App({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const chart = new Chart(app, 'a', { namespace: 'a' });
    const role = (id: string, name: string) =>
      new ApiObject(chart, id, { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name } });
    role('x', 'Team');
    role('y', 'team');
    expect(app.validate()).toMatchObject([
      {
        code: 'MS0010',
        path: 'a/y',
        message: 'two files of the output are one where case does not count: Role.Team.k8s.yaml and Role.team.k8s.yaml',
      },
    ]);
  });

  test('is two files of one name', () => {
    const app = new App({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE });
    const chart = new Chart(app, 'a');
    new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' } });
    new ApiObject(chart, 'y', { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'x' } });
    expect(app.validate()).toMatchObject([{ code: 'MS0010', path: 'a/y', given: 'a/x and a/y' }]);
  });

  test('is a number that JSON lacks', () => {
    const app = new App({ outdir: folder });
    new ApiObject(new Chart(app, 'a'), 'x', {
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'x' },
      spec: { ratio: NaN },
    });
    expect(app.validate()).toMatchObject([
      { code: 'MS0004', path: 'a/x', message: 'X x cannot be rendered: NaN is no number of JSON' },
    ]);
  });

  test('is an output that cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    const app = new App({ outdir: join(folder, 'file') });
    configMap(new Chart(app, 'a'), 'x');
    app.synth();
    expect(printed.stderr).toMatch(/^error MS0012 \(app\): the output cannot be written\n {2}EEXIST/);
    expect(process.exitCode).toBe(1);
  });

  test('is an acknowledgement without use, as a warning, and the output is written', () => {
    const app = new App({ outdir: folder, folder: 'shop' });
    const chart = new Chart(app, 'a');
    Findings.of(chart).acknowledge('MS1005', 'the image never changes');
    app.synth();
    expect(printed.stderr).toMatch(
      /^shop:\nwarning MS0007 a: .*\n1 warning\nexplained in docs\/findings: MS0007.md\n$/s,
    );
    expect(process.exitCode).toBe(exitCode);
    expect(files()).toEqual(['shop/a.k8s.yaml']);
  });

  test('is thrown by synthYaml as the message', () => {
    const app = new App({ outdir: folder });
    app.node.addValidation({ validate: () => ['no'] });
    expect(() => app.synthYaml()).toThrow(
      'error MS0001 (app): no\n  a validation that was added to this App\n' +
        '  change what the message names; this validation is not of cdk8s-microservice\n' +
        '1 error; nothing was written\nexplained in docs/findings: MS0001.md\n',
    );
  });
});

describe('findings as JSON', () => {
  test('are written with those of the other apps of the process', () => {
    const findingsFile = join(folder, 'reports', 'findings.json');
    for (const below of ['one', 'two']) {
      const app = new App({ outdir: folder, folder: below, findingsFile });
      const chart = new Chart(app, 'a');
      if (below === 'one') report(chart, NAMELESS);
      else Findings.of(chart).acknowledge('MS1005', 'the image never changes');
      app.synth();
      app.synth();
    }
    expect(JSON.parse(text('reports/findings.json'))).toMatchObject({
      version: 1,
      findings: [
        { folder: 'two', code: 'MS0007', path: 'a' },
        { folder: 'one', code: 'MS1001', path: 'a' },
      ],
    });
  });

  test('go where the environment says', () => {
    process.env.CDK8S_FINDINGS_FILE = join(folder, 'findings.json');
    try {
      new App({ outdir: join(folder, 'out') }).synth();
    } finally {
      delete process.env.CDK8S_FINDINGS_FILE;
    }
    expect(JSON.parse(text('findings.json'))).toEqual({ version: 1, findings: [] });
  });
});

describe('patches of our objects', () => {
  const patched = (app: Cdk8sApp) => {
    const chart = new Chart(app, 'a');
    const manifest = new Manifest(chart, 'x', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'x',
      fields: { data: () => ({ a: 'b' }) },
    });
    manifest.addJsonPatch(JsonPatch.add('/data/a', 'b'));
    return chart;
  };

  test('without effect are found by our app once, and again when it synthesizes twice', () => {
    const app = new App({ outdir: folder });
    patched(app);
    for (const time of [1, 2])
      expect([time, ...app.validate().map(({ code, path }) => ({ code, path }))]).toEqual([
        time,
        { code: 'MS0005', path: 'a/x' },
      ]);
  });

  test.each([
    ['a plain app', () => new Cdk8sApp({ outdir: folder })],
    ['our app', () => new App({ outdir: folder })],
  ])('without effect are found by Testing.synth under %s', (_, app) => {
    const chart = patched(app());
    expect(() => {
      Testing.synth(chart);
    }).toThrow(/\[a\/x\] error MS0005 a\/x: a patch of ConfigMap x changes nothing/);
  });

  test('are applied under a plain app', () => {
    const chart = new Chart(new Cdk8sApp({ outdir: folder }), 'a');
    new Manifest(chart, 'x', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'x',
      fields: { data: () => ({ a: 'b' }) },
    }).addJsonPatch(JsonPatch.add('/data/c', 'd'));
    expect(Testing.synth(chart)).toEqual([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, data: { a: 'b', c: 'd' } },
    ]);
  });
});
