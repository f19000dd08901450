import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const LOCK_FILES = ['package-lock.json', 'test/conformance/judges/npm/package-lock.json'];

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly inBundle?: boolean;
}

type Packages = Readonly<Record<string, Entry>>;

const packagesOf = (file: string) =>
  (JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { packages: Packages }).packages;

/** A bundled package stands in the archive of the package around it, whose checksum covers it. */
function hasBundler(path: string, packages: Packages): boolean {
  const around = path.slice(0, path.lastIndexOf('/node_modules/'));
  const { integrity, inBundle } = packages[around] ?? {};
  return integrity !== undefined || (inBundle === true && hasBundler(around, packages));
}

describe.each(LOCK_FILES)('%s', (file) => {
  const packages = packagesOf(file);
  const locked = Object.entries(packages).filter(([path]) => path !== '');

  test('states an exact version and a checksum of each package', () => {
    expect(locked.length).toBeGreaterThan(0);
    const unpinned = locked.filter(
      ([path, { version, integrity, inBundle }]) =>
        !/^\d+\.\d+\.\d+/.test(version ?? '') ||
        !(inBundle === true ? hasBundler(path, packages) : /^sha512-[\w+/]{86}==$/.test(integrity ?? '')),
    );
    expect(unpinned.map(([path]) => path)).toEqual([]);
  });

  test('names no registry: each installation asks the one of its own configuration', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test('npm keeps it so', () => {
    const settings = join(ROOT, dirname(file), '.npmrc');
    expect(existsSync(settings) && readFileSync(settings, 'utf8')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  });

  test('locks what package.json asks for', () => {
    const { name: _, ...stated } = packages[''] as { readonly name?: string; readonly devDependencies?: object };
    const manifest = JSON.parse(readFileSync(join(ROOT, dirname(file), 'package.json'), 'utf8')) as Packages;
    for (const field of ['dependencies', 'devDependencies', 'peerDependencies'])
      expect(stated[field as keyof typeof stated]).toEqual(manifest[field]);
  });
});

test('a bundled package needs a checksum around it', () => {
  const packages: Packages = {
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' },
    'node_modules/a/node_modules/b': { version: '1.0.0', inBundle: true },
    'node_modules/a/node_modules/b/node_modules/c': { version: '1.0.0', inBundle: true },
    'node_modules/d': { version: '1.0.0' },
    'node_modules/d/node_modules/e': { version: '1.0.0', inBundle: true },
  };
  expect(hasBundler('node_modules/a/node_modules/b', packages)).toBe(true);
  expect(hasBundler('node_modules/a/node_modules/b/node_modules/c', packages)).toBe(true);
  expect(hasBundler('node_modules/d/node_modules/e', packages)).toBe(false);
});
