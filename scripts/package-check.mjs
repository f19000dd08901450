// Packs a clean copy of the repository, installs the tarball into an empty project, and uses it there as a newcomer
// would.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyClean } from './clean-copy.mjs';

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MOST_PACKAGES = 10;
// Each ratio has an aim, on a quiet machine, and a limit that no noise explains.
const SYNTH_TO_VERSION = { aim: 1.6, limit: 3 };
const PROGRAM_TO_VERSION = { aim: 1.5, limit: 2.5 };
const PROGRAM_TO_SYNTH = { aim: 0.4, limit: 0.7 };
/** The first Node.js that runs TypeScript by itself without a flag is 22.18. */
const STRIPPING_NODE = '22.23.3';
const TOP_FILES = ['API.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'];
const FOR_APPLICATIONS = ['@swc/core', '@types/node', 'cdk8s-cli', 'ts-node', 'typescript'];
const BODY = `const app = new App();
new Microservice(new ApplicationStack(app, 'shop'), 'cart', {
  image: 'ghcr.io/acme/cart:1.4.2',
  ports: [Port.http(8080)],
});
app.synth();
`;
const NAMES = '{ App, ApplicationStack, Microservice, Port }';
const IMPORT = `import ${NAMES} from 'cdk8s-microservice';\n${BODY}`;
const REQUIRE = `const ${NAMES} = require('cdk8s-microservice');\n${BODY}`;

let failures = 0;

function expect(isTrue, claim, details = '') {
  console.log(`${isTrue ? 'ok    ' : 'FAILED'} ${claim}`);
  if (isTrue) return;
  failures += 1;
  console.log(String(details).trim().replace(/^/gm, '       '));
}

// What npm and cdk8s tell the programs that they start would make these behave otherwise than at a newcomer's.
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:npm_|CDK8S_)/i.test(name)));

function run(cwd, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: ENVIRONMENT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { isFine: status === 0, stdout, all: `${stdout}${stderr}` };
}

function node(cwd, ...args) {
  return run(cwd, process.execPath, ...args);
}

function mustRun(what, result) {
  if (!result.isFine) throw new Error(`${what} failed:\n${result.all}`);
  return result.stdout;
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

function textsBelow(folder) {
  return filesBelow(folder)
    .sort()
    .map((path) => readFileSync(path, 'utf8'))
    .join('');
}

/** Packs what a fresh clone has: nothing that was built before. */
function pack(folder) {
  const clone = join(folder, 'clone');
  copyClean(ROOT, clone);
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction');
  expect(!existsSync(join(clone, 'build')), 'a fresh clone holds no compiled code');
  const [{ filename, files }] = JSON.parse(
    mustRun('npm pack', run(clone, 'npm', 'pack', '--json', '--pack-destination', folder)),
  );
  const paths = files.map(({ path }) => path);
  const { main, types, bin } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
  const absent = [main, types, ...Object.values(bin)].filter((each) => !paths.includes(each));
  expect(absent.length === 0, 'npm pack builds what the package names', `missing: ${absent.join(', ')}`);
  const missing = TOP_FILES.filter((each) => !paths.includes(each));
  expect(missing.length === 0, `the tarball holds ${TOP_FILES.join(', ')}`, `missing: ${missing.join(', ')}`);
  const strange = paths.filter(
    (path) => !TOP_FILES.includes(path) && !/^build\/.*\.(?:js|js\.map|d\.ts)$|^docs\/.*\.md$/.test(path),
  );
  expect(strange.length === 0, 'and beside them compiled code and pages alone', strange.join('\n'));
  expect(paths.includes('docs/findings/README.md'), 'the pages of findings among them');
  const tests = paths.filter((path) => /(?:^|[/.])(?:test|tests|spec|bench)[/.]/.test(path));
  expect(tests.length === 0, 'and no test', tests.join('\n'));
  return join(folder, filename);
}

function install(project, tarball) {
  writeFileSync(join(project, 'package.json'), '{ "name": "newcomer", "private": true }\n');
  const { added } = JSON.parse(
    mustRun(
      'npm install',
      run(
        project,
        'npm',
        'install',
        '--omit=optional',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--json',
        tarball,
      ),
    ),
  );
  expect(added <= MOST_PACKAGES, `its installation adds ${added} packages in all, at most ${MOST_PACKAGES}`);
}

/** Packages that files name in an import or a require. */
function packagesNamedIn(files) {
  const names = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/(?:\bfrom |\brequire\(|\bimport\()["']([@a-z][\w@/.:-]*)["']/g),
  ]);
  return [
    ...new Set(names.map(([, name]) => (name.startsWith('@') ? name.split('/', 2).join('/') : name.split('/', 1)[0]))),
  ]
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .sort();
}

function checkDependencies(project) {
  const home = join(project, 'node_modules/cdk8s-microservice');
  const {
    dependencies = {},
    peerDependencies,
    peerDependenciesMeta = {},
    scripts = {},
    publishConfig = {},
  } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const files = filesBelow(join(home, 'build'));
  const loaded = packagesNamedIn(files.filter((file) => file.endsWith('.js')));
  expect(
    Object.keys(dependencies).length === 0,
    'it has no dependencies but peers',
    Object.keys(dependencies).join(', '),
  );
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts);
  expect(hooks.length === 0, 'and runs nothing when it is installed', hooks.join(', '));
  expect(publishConfig.provenance === true, 'it is published with its provenance');
  const optional = Object.keys(peerDependenciesMeta).filter((name) => peerDependenciesMeta[name].optional);
  expect(
    loaded.filter((name) => !optional.includes(name)).join() === 'cdk8s,constructs',
    'at run time it loads cdk8s and constructs alone, but for optional peers',
    loaded.join(', '),
  );
  const named = packagesNamedIn(files);
  const unused = Object.keys(peerDependencies).filter((name) => !named.includes(name));
  expect(unused.length === 0, 'and it uses every peer', unused.join(', '));
}

function typeCheck(project, resolution, file) {
  const folder = join(project, resolution);
  mkdirSync(folder, { recursive: true });
  const module = resolution === 'bundler' ? 'esnext' : resolution;
  writeFileSync(join(folder, file), IMPORT);
  const result = node(
    folder,
    require.resolve('typescript/bin/tsc'),
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--module',
    module,
    '--moduleResolution',
    resolution,
    file,
  );
  expect(
    result.isFine,
    `the program of three lines type-checks as ${file} under ${resolution}, declarations included`,
    result.all,
  );
}

/** That a mistake is refused shows that the types were found at all. */
function checkTypo(project) {
  const folder = join(project, 'typo');
  mkdirSync(folder);
  writeFileSync(join(folder, 'program.ts'), IMPORT.replace('image:', 'imgae:'));
  const result = node(
    folder,
    require.resolve('typescript/bin/tsc'),
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'node16',
    'program.ts',
  );
  expect(
    result.all.includes("'imgae' does not exist in type 'MicroserviceProps'"),
    'a typo does not compile',
    result.all,
  );
}

function execute(project, file, code) {
  const folder = join(project, file.replace('.', '-'));
  mkdirSync(folder);
  writeFileSync(join(folder, file), code);
  const result = node(folder, file);
  const manifests = result.isFine
    ? filesBelow(folder)
        .filter((path) => path.endsWith('.yaml'))
        .map((path) => readFileSync(path, 'utf8'))
        .join('')
    : '';
  expect(
    /^kind: Deployment$/m.test(manifests) && result.all === '',
    `${file} writes manifests and says nothing`,
    result.all || manifests,
  );
}

/** What a program reads before its first line is a matter of how many files those are. */
function checkLoad(project) {
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

function checkStartUp(project) {
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

function checkTypeStripping(scratch, project) {
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

const scratch = mkdtempSync(join(tmpdir(), 'package-'));
try {
  const project = join(scratch, 'newcomer');
  mkdirSync(project);
  const tarball = pack(scratch);
  console.log(`       ${basename(tarball)}`);
  install(project, tarball);
  checkDependencies(project);
  for (const file of ['program.ts', 'program.mts', 'program.cts']) typeCheck(project, 'node16', file);
  typeCheck(project, 'nodenext', 'program.ts');
  typeCheck(project, 'bundler', 'program.ts');
  checkTypo(project);
  checkLoad(project);
  execute(project, 'program.cjs', REQUIRE);
  execute(project, 'program.mjs', IMPORT);
  checkStartUp(project);
  checkTypeStripping(scratch, project);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
