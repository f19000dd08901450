import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow } from '../../lib/app/disk';

const root = join(__dirname, '../..');
const HEAD = `
  require('ts-node').register({ cwd: ${JSON.stringify(root)} });
  const { App } = require(${JSON.stringify(join(root, 'lib/app/app.ts'))});
  const { ApiObject, Chart } = require('cdk8s');
  const state = (props, ...names) => stateChart('chart', props, ...names);
  const stateChart = (id, props, ...names) => {
    const app = new App(props);
    const chart = new Chart(app, id);
    for (const name of names)
      new ApiObject(chart, name, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { name } });
    return app;
  };
  const faults = new Set();
  const spoil = (app) => {
    faults.add(app);
    app.node.addValidation({ validate: () => (faults.has(app) ? ['a fault'] : []) });
    return app;
  };
`;

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'several-'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});
afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Runs a program by plain Node.js, as `cdk8s synth` does too. */
function run(program: string) {
  writeFileSync(join(project, 'main.js'), HEAD + program);
  const { status, stderr } = spawnSync(process.execPath, ['main.js'], { cwd: project, encoding: 'utf8' });
  // The place of the pages is relative to the working directory.
  return { status, stderr: stderr.replaceAll(/^explained in .*(?=docs\/findings: )/gm, 'explained in ') };
}
const written = () =>
  existsSync(join(project, 'dist'))
    ? Object.fromEntries(
        [...filesBelow(join(project, 'dist'))]
          .sort()
          .map((path) => [path, readFileSync(join(project, 'dist', path), 'utf8')]),
      )
    : {};

const REPORT =
  'error MS0001 (app): a fault\n  a validation that was added to this App\n' +
  '  change what the message names; this validation is not of cdk8s-microservice\n' +
  '1 error; nothing was written\nexplained in docs/findings: MS0001.md\n';
test.each<[string, string, string]>([
  [
    'the first of two apps',
    `spoil(state({ folder: 'test' }, 'a')).synth(); state({ folder: 'production' }, 'b').synth();`,
    `test:\n${REPORT}production: not written, because of the errors above\n`,
  ],
  [
    'the last of three',
    `state({ folder: 'a' }, 'a').synth(); state({ folder: 'b/c' }, 'b').synth(); ` +
      `spoil(state({ folder: 'c' }, 'c')).synth();`,
    `c:\n${REPORT}a: put back as it was, because of the errors above\n` +
      'b/c: put back as it was, because of the errors above\n',
  ],
  [
    'one of two that share a folder',
    `state({}, 'a').synth(); spoil(stateChart('other', {}, 'b')).synth();`,
    `${REPORT}dist: put back as it was, because of the errors above\n`,
  ],
])('an error in %s: none of them is written', (_, program, stderr) => {
  expect(run(program)).toEqual({ status: 1, stderr });
  expect(written()).toEqual({});
});

test('what stood there before comes back: changed files, removed ones and those of others', () => {
  mkdirSync(join(project, 'dist/mine'), { recursive: true });
  writeFileSync(join(project, 'dist/mine/notes.md'), 'mine');
  expect(run(`state({ folder: 'a', yamlOutputType: 2 }, 'x', 'y').synth();`).status).toBe(0);
  const before = written();
  expect(Object.keys(before)).toEqual(['a/ConfigMap.x.k8s.yaml', 'a/ConfigMap.y.k8s.yaml', 'mine/notes.md']);
  const { status } = run(`
    state({ folder: 'a' }, 'x', 'new').synth();
    state({ folder: 'other' }, 'x').synth();
    spoil(state({ folder: 'b' }, 'x')).synth();`);
  expect(status).toBe(1);
  expect(written()).toEqual(before);
});

test.each([
  ['throws', `throw new Error('a mistake');`],
  ['rejects', `Promise.reject(new Error('a mistake'));`],
])('what an app wrote is put back where the program %s afterwards', (_, mistake) => {
  run(`state({ folder: 'a' }, 'x').synth();`);
  const before = written();
  const { status, stderr } = run(`
    state({ folder: 'a' }, 'x', 'new').synth();
    state({ folder: 'b' }, 'x').synth();
    ${mistake}`);
  expect(status).toBe(1);
  expect(stderr).toContain('a, b: put back as it was, because the program failed\n');
  expect(stderr).toContain('Error: a mistake');
  expect(written()).toEqual(before);
});

test('all are written once the error is mended within the process', () => {
  run(`
    state({ folder: 'a' }, 'a').synth();
    const b = spoil(state({ folder: 'b' }, 'b'));
    b.synth();
    state({ folder: 'c' }, 'c').synth();
    faults.clear();
    b.synth();`);
  expect(Object.keys(written())).toEqual(['a/chart.k8s.yaml', 'b/chart.k8s.yaml', 'c/chart.k8s.yaml']);
});

test('an output that cannot be written counts as an error', () => {
  mkdirSync(join(project, 'dist'));
  writeFileSync(join(project, 'dist/b'), 'a file in the place of a folder');
  const { status, stderr } = run(`state({ folder: 'a' }, 'a').synth(); state({ folder: 'b' }, 'b').synth();`);
  expect(status).toBe(1);
  expect(stderr).toContain('error MS0012 (app): the output cannot be written');
  expect(Object.keys(written())).toEqual(['b']);
});

test('apps of other output folders are written', () => {
  run(`spoil(state({ outdir: 'elsewhere' }, 'a')).synth(); state({}, 'b').synth();`);
  expect(Object.keys(written())).toEqual(['chart.k8s.yaml']);
});

const SHARED =
  '  chart of dist and chart\n' +
  '  give each App a folder of its own, or one of the two charts another id\n' +
  '1 error; nothing was written\nexplained in docs/findings: MS0010.md\n';
test.each<[string, string, string]>([
  [
    'of one folder',
    `state({}, 'a').synth(); state({}, 'b').synth();`,
    `error MS0010 chart: two apps of the process write chart.k8s.yaml\n${SHARED}` +
      'dist: put back as it was, because of the errors above\n',
  ],
  [
    'whose folders differ in case alone',
    `state({ folder: 'Team' }, 'a').synth(); state({ folder: 'team' }, 'b').synth();`,
    'team:\nerror MS0010 chart: two apps of the process write chart.k8s.yaml\n' +
      SHARED.replace('dist', 'Team') +
      'Team: put back as it was, because of the errors above\n',
  ],
  [
    'of which the first is held back',
    `spoil(state({ folder: 'x' }, 'a')).synth(); state({}, 'a').synth(); state({}, 'b').synth();`,
    `x:\n${REPORT}dist: not written, because of the errors above\n` +
      `error MS0010 chart: two apps of the process write chart.k8s.yaml\n${SHARED}`,
  ],
])('two apps %s do not overwrite each other', (_, program, stderr) => {
  expect(run(program)).toEqual({ status: 1, stderr });
  expect(written()).toEqual({});
});

test.each([
  ['a folder inside of that of the first', `{ outdir: 'dist', folder: 'a' }`, `{ outdir: 'dist/a' }`],
  ['a folder around that of the first', `{ outdir: 'dist/a' }`, `{ outdir: 'dist', folder: 'a' }`],
  ['a link to that of the first', `{ outdir: 'dist' }`, `{ outdir: 'link' }`],
  ['a link of the first', `{ outdir: 'link' }`, `{ outdir: 'dist' }`],
])('an app of %s does not overwrite it, and neither is written', (_, first, second) => {
  mkdirSync(join(project, 'dist'));
  symlinkSync('dist', join(project, 'link'));
  const { status, stderr } = run(`state(${first}, 'a').synth(); state(${second}, 'b').synth();`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/error MS0010 chart: two apps of the process write chart\.k8s\.yaml/);
  expect(stderr).toMatch(/: put back as it was, because of the errors above/);
  expect(written()).toEqual({});
});

test('outputs become one where a third stands around them', () => {
  mkdirSync(join(project, 'dist'));
  const { status, stderr } = run(`
    state({ outdir: 'dist/a' }, 'a').synth();
    state({ outdir: 'dist/b' }, 'b').synth();
    spoil(state({ folder: 'c' }, 'c')).synth();
    state({ outdir: 'dist/a', folder: 'd' }, 'd').synth();`);
  expect(status).toBe(1);
  expect(stderr.match(/^.*because of the errors above$/gm)).toEqual([
    'dist/a: put back as it was, because of the errors above',
    'dist/b: put back as it was, because of the errors above',
    'd: not written, because of the errors above',
  ]);
  expect(written()).toEqual({});
});

test('folders with a common beginning are two outputs', () => {
  run(`spoil(state({ outdir: 'dist-old' }, 'a')).synth(); state({}, 'b').synth();`);
  expect(Object.keys(written())).toEqual(['chart.k8s.yaml']);
});

test('an app may write again what it wrote, and what has been removed since', () => {
  const { status, stderr } = run(`
    const app = state({}, 'a');
    app.synth();
    app.synth();
    require('fs').rmSync('dist', { recursive: true });
    const other = state({}, 'b');
    other.synth();
    spoil(other).synth();
    faults.clear();
    other.synth();`);
  expect({ status, stderr }).toEqual({ status: 1, stderr: REPORT });
  expect(written()['chart.k8s.yaml']).toContain('name: b\n');
});

test('apps that share a folder share the file for validation plugins', () => {
  run(`
    const props = { recordConstructMetadata: true };
    stateChart('a', props, 'x').synth();
    stateChart('b', props, 'y').synth();`);
  expect(JSON.parse(written()['construct-metadata.json']!)).toEqual({
    version: '1.0.0',
    resources: { x: { path: 'a/x' }, y: { path: 'b/y' } },
  });
});

describe('a file for findings', () => {
  const before = { 'chart.k8s.yaml': expect.stringContaining('name: old\n') };
  beforeEach(() => {
    run(`state({}, 'old').synth();`);
    spawnSync('mkfifo', ['fifo'], { cwd: project });
  });

  test.each<[string, string]>([
    ['', 'error MS0011 (app): the findings file has no name'],
    [' ', 'error MS0011 (app): the findings file has no name'],
    ['fifo', 'error MS0012 (app): the findings file fifo cannot be written'],
    ['node_modules', 'error MS0012 (app): the findings file node_modules cannot be written'],
    ['main.js/findings.json', 'error MS0012 (app): the findings file main.js/findings.json cannot be written'],
    ['dist/chart.k8s.yaml', 'error MS0010 (app): the findings file is a file of the output too'],
    ['link/chart.k8s.yaml', 'error MS0010 (app): the findings file is a file of the output too'],
    ['dist/.cdk8s-microservice.sha256', 'error MS0010 (app): the findings file is a file of the output too'],
    ['dist/construct-metadata.json', 'error MS0010 (app): the findings file is a file of the output too'],
  ])('%j is refused, and nothing is written', (file, error) => {
    symlinkSync('dist', join(project, 'link'));
    const app = `state({ recordConstructMetadata: true }, 'new').synth();`;
    const { status, stderr } = run(`process.env.CDK8S_FINDINGS_FILE = ${JSON.stringify(file)}; ${app}`);
    expect({ status, error: stderr.split('\n')[0] }).toEqual({ status: 1, error });
    expect(written()).toEqual(before);
  });

  test('of one app is no file of another one', () => {
    const { status, stderr } = run(`
      state({ outdir: 'other', findingsFile: 'dist/chart.k8s.yaml' }, 'a').synth();
      state({}, 'b').synth();`);
    expect(status).toBe(1);
    expect(stderr).toContain('error MS0010 (app): the findings file is a file of the output too');
  });

  test('in the output folder is no file of the output', () => {
    expect(run(`state({ findingsFile: 'dist/findings.json' }, 'old').synth();`)).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(written())).toEqual(['chart.k8s.yaml', 'findings.json']);
    expect(run(`state({ findingsFile: 'dist/findings.json' }, 'old').synth();`)).toEqual({ status: 0, stderr: '' });
  });
});
