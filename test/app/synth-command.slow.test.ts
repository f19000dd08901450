import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { filesBelow } from '../../lib/app/disk';
import { ownToken } from '../../lib/app/owner';

const root = join(__dirname, '../..');
const synth = join(root, 'scripts/synth.mjs');

let project: string;
let scratch: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'));
  scratch = join(project, 'scratch');
  mkdirSync(scratch);
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{}');
  for (const [link, target] of Object.entries({ dangling: 'nothing', looping: 'looping' }))
    symlinkSync(target, join(project, link));
  writeFileSync(join(project, 'cdk8s.yaml'), 'language: typescript\napp: node main.js\noutput: manifests\n');
  writeFileSync(
    join(project, 'main.js'),
    `
    require('ts-node').register({ cwd: ${JSON.stringify(root)} });
    const { App } = require(${JSON.stringify(join(root, 'lib/app/app.ts'))});
    const { ApiObject, Chart } = require('cdk8s');
    for (const folder of process.env.FOLDERS.split(' ')) {
      const app = new App({ folder });
      for (let at = 0; at < 20; at += 1) {
        const chart = new Chart(app, 'chart-' + at);
        new ApiObject(chart, 'x', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'x' + at },
          data: { version: (process.env.VERSION + ' ').repeat(5000) },
        });
      }
      if (process.env.VERSION === 'bad') app.node.addValidation({ validate: () => ['not this one'] });
      app.synth();
    }`,
  );
});
afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

const environment = (VERSION: string, FOLDERS = 'test production') => ({
  ...process.env,
  VERSION,
  FOLDERS,
  TMPDIR: scratch,
});
const run = (VERSION: string, FOLDERS?: string, args: string[] = []) =>
  spawnSync(process.execPath, [synth, ...args], {
    cwd: project,
    env: environment(VERSION, FOLDERS),
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
const scratchFolders = () => readdirSync(scratch).filter((name) => name.startsWith('cdk8s-microservice-'));
const contents = (output = 'manifests') =>
  new Map(
    [...filesBelow(join(project, output))]
      .sort()
      .map((path) => [path, readFileSync(join(project, output, path), 'utf8')]),
  );

test('npm run synth replaces the output only if the synth succeeds', () => {
  mkdirSync(join(project, 'manifests'));
  writeFileSync(join(project, 'manifests', 'NOTES.md'), 'mine');
  const first = run('one');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(first.stdout).toContain('- manifests/production/chart-0.k8s.yaml\n');
  expect(first.stdout).toMatch(/^0 services, 40 objects, 40 files \(40 changed\), 0 findings, \d+\.\d s$/m);
  const before = contents();
  expect([...before.keys()]).toHaveLength(41);

  const failed = run('bad');
  expect(failed.status).toBe(1);
  expect(failed.stderr.replaceAll(/^explained in .*(?=docs\/findings: )/gm, 'explained in ')).toBe(
    ['test', 'production']
      .map(
        (folder) =>
          `${folder}:\nerror MS0001 (app): not this one\n  a validation that was added to this App\n` +
          '  change what the message names; this validation is not of cdk8s-microservice\n' +
          '1 error; nothing was written\nexplained in docs/findings: MS0001.md\n',
      )
      .join(''),
  );
  expect(contents()).toEqual(before);

  expect(run('one', 'production').status).toBe(0);
  expect([...contents().keys()].filter((path) => !path.startsWith('production/'))).toEqual(['NOTES.md']);
  expect(existsSync(join(project, 'manifests', 'test'))).toBe(false);

  expect(run('one', 'test', ['--output', 'elsewhere', '--no-validate']).status).toBe(0);
  expect(contents('elsewhere').size).toBe(20);
  expect(scratchFolders()).toEqual([]);
}, 60_000);

test('printed manifests are whole and in order, and the output folder stays as it is', () => {
  expect(run('one').status).toBe(0);
  const before = contents();
  const printed = run('other', 'test production', ['-p']);
  expect(printed).toMatchObject({ status: 0, stderr: '' });
  expect([...printed.stdout.matchAll(/^# Written by cdk8s-microservice as (\S+);/gm)].map(([, path]) => path)).toEqual(
    ['production', 'test'].flatMap(() => [...Array(20).keys()].map((at) => `chart-${at}.k8s.yaml`).sort()),
  );
  expect(printed.stdout).not.toContain('Synthesizing');
  expect(contents()).toEqual(before);
}, 60_000);

test('a reader that has seen enough ends the print without a trace', () => {
  const command = `"${process.execPath}" "${synth}" -p; echo "status $?" >&2`;
  const { stdout, stderr } = spawnSync('sh', ['-c', `{ ${command}; } | head -n 1`], {
    cwd: project,
    env: environment('one'),
    encoding: 'utf8',
  });
  expect(stdout).toBe('---\n');
  expect(stderr).toBe('status 141\n');
}, 60_000);

test('a Helm chart is brought up to date as a folder of manifests is', () => {
  const helm = ['--format', 'helm', '--chart-version', '1.0.0', '-o', 'chart'];
  expect(run('{{', 'test', helm)).toMatchObject({ status: 0, stderr: '' });
  const chart = contents('chart');
  expect([...chart.keys()]).toEqual(
    expect.arrayContaining(['Chart.yaml', 'README.md', 'templates/test/chart-0.k8s.yaml']),
  );
  expect(chart.get('templates/test/chart-0.k8s.yaml')).toContain('{{ "{{" }} {{ "{{" }} ');
  expect(run('{{', 'production', helm).status).toBe(0);
  expect([...contents('chart').keys()].filter((path) => path.includes('test/'))).toEqual([]);
}, 60_000);

test.each<[string[], number, string]>([
  [['-p', '-o', 'x'], 2, '--output and --stdout exclude each other: leave one of them out; --help lists the options\n'],
  [['--ouput', 'x'], 2, "Unknown option '--ouput'; --help lists the options\n"],
  [['--output', ''], 2, '--output is empty: name a folder; --help lists the options\n'],
  [['--output'], 2, "Option '-o, --output <value>' argument missing; --help lists the options\n"],
  [['--app', ''], 2, '--app is empty: write the command of the program; --help lists the options\n'],
  [['-o', '/'], 2, 'the output / is the root of the disk: name a folder for manifests; --help lists the options\n'],
  [
    ['-o', '/tmp/..'],
    2,
    'the output /tmp/.. is the root of the disk: name a folder for manifests; --help lists the options\n',
  ],
  [['-o', 'dangling'], 3, 'dangling is a link that leads to no folder: mend it, or name another folder\n'],
  [['-o', 'looping'], 3, 'looping is a link that leads to no folder: mend it, or name another folder\n'],
  [['--format', 'helm'], 1, "You need to specify '--chart-version' when '--format' is set as 'helm'.\n"],
  [['--format', 'helm', '--chart-version', '1.0.0', '-p'], 2, 'a Helm chart is a folder: leave out --stdout\n'],
])(
  '%j ends with %i and a plain message, and writes nothing',
  (args, status, stderr) => {
    const before = contents();
    expect(run('one', 'test', args)).toMatchObject({ status, stderr });
    expect(contents()).toEqual(before);
    expect(scratchFolders()).toEqual([]);
  },
  30_000,
);

test('a file for findings that is a file of the output is refused, and nothing is written', () => {
  expect(run('one', 'test').status).toBe(0);
  const before = contents();
  const refused = (file: string, folders: string) => {
    process.env['CDK8S_FINDINGS_FILE'] = `manifests/${file}`;
    try {
      return run('two', folders);
    } finally {
      delete process.env['CDK8S_FINDINGS_FILE'];
    }
  };
  expect(refused('test/chart-0.k8s.yaml', 'test')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('CDK8S_FINDINGS_FILE names a file of the output: '),
  });
  expect(contents()).toEqual(before);
  expect(refused('new/chart-0.k8s.yaml', 'new')).toMatchObject({ status: 2 });
  rmSync(join(project, 'manifests/new'), { recursive: true });
  expect(contents()).toEqual(before);
  expect(scratchFolders()).toEqual([]);
}, 60_000);

test('npm run synth, killed at any moment, leaves the old output or the new one', async () => {
  expect(run('one').status).toBe(0);
  const one = contents();
  const started = performance.now();
  expect(run('other').status).toBe(0);
  const duration = performance.now() - started;
  const other = contents();
  for (let round = 0; round < 3; round += 1) {
    const child = spawn(process.execPath, [synth], {
      cwd: project,
      env: environment(round % 2 === 0 ? 'one' : 'other'),
      stdio: 'ignore',
      detached: true,
    });
    const ended = once(child, 'exit');
    // The end is where the output is written.
    await setTimeout(duration * (0.7 + 0.3 * Math.random()));
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // It has ended before.
    }
    await ended;
    expect(run('one', '', ['--recover']).status).toBe(0);
    expect([one, other]).toContainEqual(contents());
  }
  expect(run('one').status).toBe(0);
  expect(contents()).toEqual(one);
}, 120_000);

test.each(['', '[]', '{}', 'output: manifests\n', "app: ''\n", 'app: [a]\n'])(
  'cdk8s.yaml %j without an app ends with 2 and one line',
  (text) => {
    const file = join(project, 'cdk8s.yaml');
    const before = readFileSync(file);
    writeFileSync(file, text);
    try {
      const { status, stderr } = run('one', 'test');
      expect({ status, lines: stderr.split('\n').length }).toEqual({ status: 2, lines: 2 });
      expect(stderr).toMatch(/app/);
    } finally {
      writeFileSync(file, before);
    }
  },
  30_000,
);

test.each<[string, string, number]>([
  ['>', '/dev/full', 3],
  ['2>', '/dev/full', 0],
  ['|', 'true', 0],
])(
  'text that nothing takes (%s %s) ends without a trace, and the output is written',
  (to, place, status) => {
    rmSync(join(project, 'manifests'), { recursive: true, force: true });
    const command = `${process.execPath} ${synth} ${to} ${place}`;
    const done = spawnSync('bash', ['-c', command], {
      cwd: project,
      env: environment('one', 'test'),
      encoding: 'utf8',
    });
    expect(done.stderr).not.toMatch(/^ +at /m);
    expect({ status: done.status, files: contents().size }).toEqual({ status, files: 20 });
  },
  60_000,
);

test.each(['--version'])('%s prints the version', (option) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(run('one', 'test', [option])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help ends with 0', () => {
  const { status, stdout, stderr } = run('one', 'test', ['--help']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('--recover');
}, 30_000);

test('outputs in each other do not lose files, and --dry-run lists what a run would do', () => {
  const output = (folder: string, FOLDERS: string, ...args: string[]) => {
    const result = run('one', FOLDERS, ['-o', folder, ...args]);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return result.stdout;
  };
  output('deploy/production', 'a');
  output('deploy/staging', 'a');
  output('deploy', 'b c');
  expect(contents('deploy').size).toBe(80);
  const before = contents('deploy');
  const list = output('deploy', 'b', '--dry-run').split('\n');
  expect(list).toHaveLength(22);
  expect(list).toContain('would remove deploy/c/chart-0.k8s.yaml');
  expect(list.at(-2)).toBe('0 to write, 20 to remove, 20 unchanged');
  expect(contents('deploy')).toEqual(before);
  output('deploy', 'b');
  expect(new Set([...contents('deploy').keys()].map((path) => path.replace(/chart-.*/, '')))).toEqual(
    new Set(['b/', 'production/a/', 'staging/a/']),
  );
}, 60_000);

test('a FIFO in the place of a file ends with 3, and nothing is listed as written', () => {
  expect(run('one', 'test', ['-o', 'fifo']).status).toBe(0);
  rmSync(join(project, 'fifo/test/chart-3.k8s.yaml'));
  spawnSync('mkfifo', [join(project, 'fifo/test/chart-3.k8s.yaml')]);
  const { status, stdout, stderr } = run('other', 'test', ['-o', 'fifo']);
  expect(status).toBe(3);
  expect(stderr).toBe(
    `fifo stays as it was: ${join(project, 'fifo/test/chart-3.k8s.yaml')} is a FIFO, not a file: move it away\n`,
  );
  expect(stdout).toBe('');
  expect(readFileSync(join(project, 'fifo/test/chart-0.k8s.yaml'), 'utf8')).toContain('version: "one one');
}, 60_000);

test('scratch folders of dead processes are removed, and those of running ones stay', () => {
  const dead = 'cdk8s-microservice-' + ownToken().replace(/-\d+-(\d+)-\d+$/, '-4194305-$1-0') + '.abcdef';
  const running = `cdk8s-microservice-${ownToken()}.abcdef`;
  mkdirSync(join(scratch, dead, 'output'), { recursive: true });
  mkdirSync(join(scratch, running));
  expect(run('one').status).toBe(0);
  expect(scratchFolders()).toEqual([running]);
  rmSync(join(scratch, running), { recursive: true });
}, 30_000);

test('two runs at once both end whole', async () => {
  const ends = await Promise.all(
    ['one', 'other'].map(async (VERSION) => {
      const child = spawn(process.execPath, [synth, '-o', 'both'], {
        cwd: project,
        env: environment(VERSION, 'test'),
        stdio: 'ignore',
      });
      return ((await once(child, 'exit')) as [number])[0];
    }),
  );
  expect(ends).toEqual([0, 0]);
  const texts = [...contents('both').values()];
  expect(texts).toHaveLength(20);
  expect(new Set(texts.map((text) => /version: "(\w+)/.exec(text)?.[1])).size).toBe(1);
}, 60_000);

test('npm run synth, interrupted, removes its scratch folder', async () => {
  rmSync(scratch, { recursive: true });
  mkdirSync(scratch);
  const child = spawn(process.execPath, [synth], { cwd: project, env: environment('one'), stdio: 'ignore' });
  while (scratchFolders().length === 0) await setTimeout(5);
  child.kill('SIGTERM');
  const [status] = (await once(child, 'exit')) as [number];
  expect(status).not.toBe(0);
  expect(scratchFolders()).toEqual([]);
}, 30_000);
