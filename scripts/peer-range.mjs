// Tests the library with the oldest and with the newest version of each peer that package.json allows: it compiles,
// it writes dist/ byte by byte, and the tests of what it uses of its peers pass. docs/versions.md lists the ranges.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyClean } from './clean-copy.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const TESTS = ['test/app/', 'test/emit/kubernetes/(environment|manifest)', 'test/package/upstream-internals'];
// What npm tells the programs that it starts is not for those that they start.
const ENVIRONMENT = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

/** The output of a program, and if it ended well. */
function run(cwd, command, ...args) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
    child.on('error', (error) => settle({ isFine: false, text: error.message }));
    child.on('close', (status) => settle({ isFine: status === 0, text: parts.join('') }));
  });
}

async function mustRun(what, ...command) {
  const { isFine, text } = await run(...command);
  if (!isFine) throw new Error(`${what}:\n${text}`);
}

async function install(folder, ranges) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: ranges }));
  const quietly = ['--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--no-package-lock'];
  await mustRun('npm install', folder, 'npm', 'install', ...quietly);
  return Object.fromEntries(
    Object.keys(ranges).map((name) => [
      name,
      JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version,
    ]),
  );
}

/** The tools of this clone beside the peers of another folder. */
function linkModules(clone, peers, names) {
  const link = (target, name) => {
    mkdirSync(dirname(join(clone, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(clone, 'node_modules', name), 'junction');
  };
  for (const name of names) link(join(peers, 'node_modules', name), name);
  for (const entry of readdirSync(MODULES)) {
    if (!entry.startsWith('@')) {
      if (!names.includes(entry)) link(join(MODULES, entry), entry);
      continue;
    }
    for (const scoped of readdirSync(join(MODULES, entry)).map((name) => `${entry}/${name}`))
      if (!names.includes(scoped)) link(join(MODULES, scoped), scoped);
  }
}

async function check(scratch, { end, peers }, names, workers) {
  const clone = join(scratch, end);
  copyClean(ROOT, clone, (path) => !path.startsWith('dist/'));
  linkModules(clone, peers, names);
  const tool = (path) => join(MODULES, path);
  await mustRun('types', clone, process.execPath, tool('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.build.json');
  await mustRun('synth', clone, process.execPath, 'scripts/synth.mjs');
  await mustRun('the manifests differ', clone, 'git', 'diff', '--no-index', '--stat', join(ROOT, 'dist'), 'dist');
  await mustRun('tests', clone, process.execPath, tool('jest/bin/jest.js'), ...TESTS, `--maxWorkers=${workers}`);
}

const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const names = Object.keys(peerDependencies);
const strange = names.filter((name) => !/^\^\d+\.\d+\.\d+$/.test(peerDependencies[name]));
if (strange.length > 0) throw new Error(`a range is not a caret and a version: ${strange.join(', ')}`);
const oldest = Object.fromEntries(names.map((name) => [name, peerDependencies[name].slice(1)]));

const scratch = mkdtempSync(join(tmpdir(), 'peers-'));
try {
  const ends = new Map();
  for (const [end, ranges] of Object.entries({ oldest, newest: peerDependencies })) {
    const peers = join(scratch, `${end}-peers`);
    const versions = await install(peers, ranges);
    const shown = names.map((name) => `${name} ${versions[name]}`).join(', ');
    if (ends.has(shown)) console.log(`${end}: the same`);
    else ends.set(shown, { end, peers });
    if (ends.get(shown).end === end) console.log(`${end}: ${shown}`);
  }
  // Both at once: the compiler and the synth use one core each.
  const workers = Math.ceil(availableParallelism() / ends.size);
  const results = await Promise.allSettled([...ends.values()].map((end) => check(scratch, end, names, workers)));
  for (const [at, { status, reason }] of results.entries()) {
    const shown = [...ends.keys()][at];
    console.log(status === 'fulfilled' ? `ok     ${shown}` : `FAILED ${shown}\n${reason}`);
  }
  process.exitCode = results.every(({ status }) => status === 'fulfilled') ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
