// Fills in the checksums that a lock file lacks: npm leaves out those of packages that are for other platforms.
// Usage: node scripts/lock-integrity.mjs [folder …]; the default is every lock file of the repository.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['.', 'test/conformance/judges/npm'];

function integrityOf(packageAtVersion) {
  const { status, stdout, stderr } = spawnSync('npm', ['view', packageAtVersion, 'dist.integrity'], {
    encoding: 'utf8',
  });
  if (status !== 0 || !/^sha512-\S+$/.test(stdout.trim()))
    throw new Error(`no checksum of ${packageAtVersion}:\n${stdout}${stderr}`);
  return stdout.trim();
}

/** Right after the version, where npm writes it. */
function withIntegrity({ version, ...rest }, integrity) {
  return { version, integrity, ...rest };
}

function fill(folder) {
  const file = join(ROOT, folder, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  for (const [path, entry] of Object.entries(lock.packages)) {
    // A bundled package stands in the archive of another one, whose checksum covers it.
    if (path === '' || entry.integrity !== undefined || entry.inBundle || entry.link) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    lock.packages[path] = withIntegrity(entry, integrityOf(`${name}@${entry.version}`));
    console.log(`filled in ${name}@${entry.version}`);
  }
  writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`);
}

for (const folder of process.argv.length > 2 ? process.argv.slice(2) : FOLDERS) fill(folder);
