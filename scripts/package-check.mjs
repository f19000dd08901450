// Packs a clean copy of the repository, installs the tarball into an empty project, and uses it there as a newcomer
// would.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyClean } from './clean-copy.mjs';
import { expect, filesBelow, IMPORT, mustRun, node, REQUIRE, run, status } from './package/project.mjs';
import { checkLoad, checkStartUp, checkTypeStripping } from './package/start.mjs';

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MOST_PACKAGES = 10;
const TOP_FILES = ['API.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'];

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
process.exitCode = status();
