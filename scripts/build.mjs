// Makes build/ from lib/: declarations by tsc, which checks too, and one file of code for each entry by esbuild.
// From an empty folder: a file that was deleted in lib/ must not live on in the package.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = join(ROOT, 'build');
const ENTRIES = { index: 'lib/index.ts', 'app/synth-command': 'lib/app/synth-command.ts' };
const require = createRequire(import.meta.url);

function declare() {
  const options = ['-p', 'tsconfig.build.json', '--emitDeclarationOnly'];
  const tsc = require.resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, ...options], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc found errors');
}

/** Not minified, so that stack traces can be read without the source map. */
function bundle() {
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: BUILD,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
  });
}

/**
 * Gives classes back the names that esbuild changes: findings name classes, and arguments are judged by those names.
 * esbuild's own way (`keepNames`) wraps every function too, those in loops included.
 */
function withNamesOfClasses(code) {
  return code
    .replaceAll(/^var (\w+) = class _\1\b[^]*?^};$/gm, (text, name) => text.replaceAll(`_${name}`, name))
    .replaceAll(/^(var ([A-Za-z]+)\d+ = class)(?= extends| \{)/gm, '$1 $2');
}

function nameClasses(entry) {
  const file = join(BUILD, `${entry}.js`);
  writeFileSync(file, withNamesOfClasses(readFileSync(file, 'utf8')));
}

function checkNames() {
  const exported = Object.entries(require(join(BUILD, 'index.js')));
  const renamed = exported.filter(([name, value]) => typeof value === 'function' && value.name !== name);
  if (renamed.length > 0) throw new Error(`classes have other names: ${renamed.map(([name]) => name).join(', ')}`);
}

try {
  rmSync(BUILD, { recursive: true, force: true });
  declare();
  bundle();
  Object.keys(ENTRIES).forEach(nameClasses);
  checkNames();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
