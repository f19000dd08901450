// Proves that the public API is one that jsii can carry to other languages, and writes API.md and the table of shapes
// that arguments are judged by from it. With --check, both are compared and not written. It works in a throwaway copy,
// since jsii writes where "main" points.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { undocumented } = require('./jsii/undocumented.js');
const { degradations } = require('./jsii/degradations.js');
const { shapes } = require('./jsii/shapes.js');

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHAPES = join(ROOT, 'lib/arguments/shapes.ts');
const NEEDED = ['lib', 'package.json', 'tsconfig.jsii.json', 'README.md', 'LICENSE'];
// Names that are reserved in one language are escaped there; cdk8s has the same ones (`namespace`).
const RESERVED_WORD = 'JSII5018';

/** Runs a tool of node_modules in a folder, shows its output where it fails, and says whether it did not. */
function run(folder, bin, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [require.resolve(bin), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`.replace(/^!!.*!!\n/gm, ''));
  return status === 0;
}

function compile(folder) {
  for (const name of NEEDED.filter((each) => existsSync(join(ROOT, each))))
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  leaveOutOptionalPeers(join(folder, 'package.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return run(folder, 'jsii/bin/jsii', '--fail-on-warnings', '--silence-warnings', RESERVED_WORD);
}

/** jsii wants assemblies of all peers; optional ones are no part of the API. */
function leaveOutOptionalPeers(file) {
  const { peerDependencies, peerDependenciesMeta = {}, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  const needed = Object.entries(peerDependencies).filter(([name]) => !peerDependenciesMeta[name]?.optional);
  writeFileSync(file, JSON.stringify({ ...manifest, peerDependencies: Object.fromEntries(needed) }));
}

/** The API's description, as the committed file holds it. */
function describe(folder) {
  if (!run(folder, 'jsii-docgen/bin/jsii-docgen', '--output', 'API.md')) return undefined;
  return `${readFileSync(join(folder, 'API.md'), 'utf8')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()}\n`;
}

function problemsWith(folder, isCheck) {
  if (!compile(folder)) return ['jsii refuses the public API: see above'];
  const assembly = JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8'));
  const problems = [...undocumented(assembly), ...degradations(join(ROOT, 'lib/index.ts'))];
  const table = shapes(assembly, join(ROOT, 'node_modules'));
  if (readFileSync(SHAPES, 'utf8') !== table) {
    if (isCheck) problems.push('lib/arguments/shapes.ts is stale: run "npm run jsii" and commit it');
    else writeFileSync(SHAPES, table);
  }
  const api = describe(folder);
  const file = join(ROOT, 'API.md');
  const isStale = !existsSync(file) || readFileSync(file, 'utf8') !== api;
  if (api === undefined) problems.push('jsii-docgen failed: see above');
  else if (isStale && isCheck) problems.push('API.md is stale: run "npm run jsii" and commit it');
  else if (isStale) writeFileSync(file, api);
  if (problems.length === 0)
    console.log(
      `jsii: ${Object.keys(assembly.types).length} public types, API.md ${isStale ? 'written' : 'is up to date'}`,
    );
  return problems;
}

const folder = mkdtempSync(join(tmpdir(), 'jsii-'));
try {
  const problems = problemsWith(folder, process.argv.includes('--check'));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
