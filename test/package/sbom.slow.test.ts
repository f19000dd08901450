import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Locked {
  readonly name?: string;
  readonly version: string;
  readonly integrity?: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const manifest = readJson(join(ROOT, 'package.json')) as {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const { packages } = readJson(join(ROOT, 'package-lock.json')) as Lock;
let bill: Bill;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  const file = join(folder, 'sbom.cdx.json');
  execFileSync(process.execPath, [join(ROOT, 'scripts/sbom.mjs'), file]);
  bill = readJson(file) as Bill;
  rmSync(folder, { recursive: true });
});

test('it is a bill of this package as CycloneDX', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.\d$/), version: 1 });
  expect(bill.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(bill.metadata.component).toMatchObject({
    type: 'library',
    name: manifest.name,
    purl: `pkg:npm/${manifest.name}@${manifest.version}`,
  });
});

test('it lists every locked package with its checksum', () => {
  const listed = new Map(bill.components.map((component) => [component.purl, component]));
  const hashOf = (purl: string) => listed.get(purl)?.hashes?.find(({ alg }) => alg === 'SHA-512')?.content;
  const missing = Object.entries(packages).filter(([path, { name: alias, version, integrity }]) => {
    if (path === '') return false;
    const name = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    if (integrity === undefined) return !listed.has(purl);
    return hashOf(purl) !== Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  });
  expect(missing.map(([path]) => path)).toEqual([]);
});

test('each reference leads to one component', () => {
  const references = [bill.metadata.component, ...bill.components].map((component) => component['bom-ref']);
  expect(new Set(references).size).toBe(references.length);
  const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  expect(named.filter((reference) => !references.includes(reference))).toEqual([]);
});

test('what users get is told from what only development needs', () => {
  const forDevelopment = (name: string) =>
    bill.components
      .find((component) => component.name === name)!
      .properties.some((property) => property.name === 'cdx:npm:package:development');
  for (const peer of Object.keys(manifest.peerDependencies)) expect(forDevelopment(peer)).toBe(false);
  for (const brought of ['fast-json-patch', 'follow-redirects', 'minimatch', 'concat-map'])
    expect(forDevelopment(brought)).toBe(false);
  for (const tool of ['jest', 'jsii', 'eslint', 'typescript']) expect(forDevelopment(tool)).toBe(true);
});
