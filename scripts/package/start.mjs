// What the installed package loads, and how long a program takes with the CLI and without it: docs/performance.md.
import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, filesBelow, IMPORT, mustRun, node, REQUIRE, run, textsBelow } from './project.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOR_APPLICATIONS = ['@swc/core', '@types/node', 'cdk8s-cli', 'ts-node', 'typescript'];
// Each ratio has an aim, on a quiet machine, and a limit that no noise explains.
const SYNTH_TO_VERSION = { aim: 1.6, limit: 3 };
const PROGRAM_TO_VERSION = { aim: 1.5, limit: 2.5 };
const PROGRAM_TO_SYNTH = { aim: 0.4, limit: 0.7 };
/** The first Node.js that runs TypeScript by itself without a flag is 22.18. */
const STRIPPING_NODE = '22.23.3';

/** What a program reads before its first line is a matter of how many files those are. */
export function checkLoad(project) {
  const home = join(project, 'node_modules/cdk8s-microservice');
  const code = filesBelow(join(home, 'build')).filter((file) => file.endsWith('.js'));
  expect(code.length === 2, 'the index and the command are one file of code each', code.join('\n'));
  const list = "require('cdk8s-microservice');console.log(Object.keys(require.cache).join('\\n'))";
  const loaded = mustRun('require', node(project, '-e', list))
    .trim()
    .split('\n');
  const own = loaded.filter((file) => file.startsWith(join(realpathSync(home), sep)));
  expect(own.length === 1, 'a program loads one file of the package', own.join('\n'));
  const lazy = loaded.filter((file) => /cdk8s-plus-|grafana-foundation-sdk/.test(file));
  expect(lazy.length === 0, 'and nothing of cdk8s-plus-27 or the Grafana SDK', lazy.join('\n'));
  const wrong = REQUIRE.replace('cart:1.4.2', 'cart').replace('app.synth()', 'app.synthYaml()');
  const { all } = node(project, '--enable-source-maps', '-e', wrong);
  expect(/App\.synthYaml \(\S+lib\/app\/app\.ts:\d+/.test(all), 'a stack trace names lines of lib/', all);
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function secondsOf(project, ...args) {
  const start = performance.now();
  mustRun(args.join(' '), node(project, ...args));
  return (performance.now() - start) / 1000;
}

function expectRatio(what, seconds, than, reference, { aim, limit }) {
  const ratio = seconds / reference;
  expect(
    ratio < limit,
    `${what} takes ${seconds.toFixed(2)} s, ${ratio.toFixed(2)} times ${than} (${reference.toFixed(2)} s); ` +
      `the aim is ${aim}, ${limit} fails`,
  );
}

export function checkStartUp(project) {
  for (const name of FOR_APPLICATIONS) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
  }
  const compilerOptions = { strict: true, module: 'node16', types: ['node'] };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, 'ts-node': { swc: true } }));
  writeFileSync(join(project, 'main.ts'), IMPORT);
  writeFileSync(
    join(project, 'cdk8s.yaml'),
    'language: typescript\napp: node -r ts-node/register main.ts\nimports: []\n',
  );
  const cli = 'node_modules/cdk8s-cli/bin/cdk8s';
  const rounds = [1, 2, 3].map(() => [
    secondsOf(project, cli, '--version'),
    secondsOf(project, cli, 'synth', '--check-upgrade=false'),
    secondsOf(project, '-r', 'ts-node/register', 'main.ts'),
  ]);
  const [version, synth, program] = [0, 1, 2].map((index) => median(rounds.map((round) => round[index])));
  expectRatio('cdk8s synth', synth, 'cdk8s --version', version, SYNTH_TO_VERSION);
  expectRatio('the program alone', program, 'cdk8s --version', version, PROGRAM_TO_VERSION);
  expectRatio('the program alone', program, 'cdk8s synth', synth, PROGRAM_TO_SYNTH);
  const before = textsBelow(join(project, 'dist'));
  writeFileSync(join(project, 'wrong.ts'), IMPORT.replace('cart:1.4.2', 'cart'));
  const { all } = node(project, '-r', 'ts-node/register', 'wrong.ts');
  expect(
    before !== '' && textsBelow(join(project, 'dist')) === before,
    'a program with an error leaves dist/ as it was',
  );
  const page = /^explained in (\S+): (MS\d+\.md)$/m.exec(all);
  expect(
    page !== null && existsSync(join(project, page[1], page[2])),
    'a report leads to the pages of its findings',
    all,
  );
  const careful = node(project, 'node_modules/.bin/cdk8s-microservice-synth', '--output', 'manifests');
  const manifests = filesBelow(join(project, 'manifests')).length;
  expect(careful.isFine && manifests > 0, `cdk8s-microservice-synth writes ${manifests} files`, careful.all);
}

/** The Node.js that runs here where it strips types, else one of the registry; undefined where there is none. */
function strippingNode(scratch) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(scratch, 'node');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const { isFine } = run(folder, 'npm', 'install', ...options, `${name}@${STRIPPING_NODE}`);
  return isFine ? join(folder, 'node_modules', name, 'bin', 'node') : undefined;
}

export function checkTypeStripping(scratch, project) {
  const stripping = strippingNode(scratch);
  if (stripping === undefined) {
    console.log(`SKIPPED node main.ts: this is Node.js ${process.version}, and ${STRIPPING_NODE} cannot be installed`);
    return;
  }
  const folder = join(project, 'stripped');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'main.ts'), IMPORT);
  const { isFine, all } = run(folder, stripping, 'main.ts');
  const isSame = isFine && textsBelow(join(folder, 'dist')) === textsBelow(join(project, 'dist'));
  const version = run(folder, stripping, '--version').all.trim();
  expect(
    isSame && all === '',
    `node main.ts of Node.js ${version} strips the types and writes the same manifests`,
    all,
  );
}
