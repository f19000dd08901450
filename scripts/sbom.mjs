// Writes a bill of materials of the lock file as CycloneDX: `npm run sbom` to sbom.cdx.json, or to the file named.
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = 'node_modules/';
const DEVELOPMENT = 'cdx:npm:package:development';

function billOfLockFile() {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) throw new Error(`npm sbom failed, which needs npm 10 or newer:\n${stderr}`);
  return JSON.parse(stdout);
}

/** References of everything that packages bring along, themselves included. */
function closureOf(references, dependencies) {
  const brought = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const found = new Set();
  const open = [...references];
  while (open.length > 0) {
    const reference = open.pop();
    if (found.has(reference)) continue;
    found.add(reference);
    open.push(...(brought.get(reference) ?? []));
  }
  return found;
}

/** Checksums by the name and version of a package. */
function checksums() {
  const { packages } = readJson('package-lock.json');
  return new Map(
    Object.entries(packages)
      .filter(([, { integrity }]) => integrity !== undefined)
      .map(([path, { name = path.slice(path.lastIndexOf(FOLDER) + FOLDER.length), version, integrity }]) => [
        `${name}@${version}`,
        Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
      ]),
  );
}

function readJson(file) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

const { name, peerDependencies } = readJson('package.json');
const bill = billOfLockFile();
// npm names a package after its folder.
bill.metadata.component.name = name;
// Peers stand among the development dependencies too, for npm to install them here: users get them.
const direct = bill.dependencies.find(({ ref }) => ref === bill.metadata.component['bom-ref']).dependsOn;
const isPeer = (reference) => Object.keys(peerDependencies).includes(reference.slice(0, reference.lastIndexOf('@')));
const shipped = closureOf(direct.filter(isPeer), bill.dependencies);
const known = checksums();
for (const component of bill.components) {
  // npm lists a package once, and by its bundled copy, which has no checksum, where there is one.
  const content = known.get(`${component.name}@${component.version}`);
  if (component.hashes === undefined && content !== undefined) component.hashes = [{ alg: 'SHA-512', content }];
  if (shipped.has(component['bom-ref']))
    component.properties = component.properties.filter((property) => property.name !== DEVELOPMENT);
}
writeFileSync(process.argv[2] ?? join(ROOT, 'sbom.cdx.json'), `${JSON.stringify(bill, undefined, 2)}\n`);
