import { mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { GoRecipe } from './catalogue';
import { FOLDER } from './folder';
import { pinOf, readPins } from './pins';
import { run } from './run';
import { GO_ENVIRONMENT } from './tools';

/** The compiler collects its garbage rarely, which saves a tenth of its time, and often again near this many bytes. */
const COMPILER = { GOGC: '400', GOMEMLIMIT: '3GiB' };

/** Builds the programs of a Go module at exactly the versions that its go.mod and go.sum state. */
export async function buildGo(recipe: GoRecipe, into: string, say: (what: string) => void): Promise<void> {
  const built = join(into, 'built');
  say(Object.keys(recipe.packages).join(', '));
  await run('go', buildArguments(recipe, built), { cwd: moduleOf(recipe), env: { ...GO_ENVIRONMENT, ...COMPILER } });
  mkdirSync(join(into, 'bin'));
  for (const [program, path] of Object.entries(recipe.packages))
    renameSync(join(built, nameOf(path, recipe)), join(into, 'bin', program));
  rmdirSync(built);
}

/** Downloads the modules that a recipe is built from, and no others. */
export async function downloadModules(recipe: GoRecipe): Promise<void> {
  await run('go', ['mod', 'download'], { cwd: moduleOf(recipe), env: GO_ENVIRONMENT });
}

/**
 * The arguments of `go` that build all programs of a recipe at once into a folder.
 *
 * Recipes share compiled packages, since all but tags and what is linked in is the same for each: no state of the
 * repository, no paths of this machine, and nothing for debuggers, which traces of panics do without.
 */
export function buildArguments(recipe: GoRecipe, into: string): string[] {
  const { packages, stamp, tags = [] } = recipe;
  const version =
    stamp === undefined ? '' : ` -X ${stamp.variable}=${pinOf(readPins(moduleOf(recipe)), stamp.module).version}`;
  return [
    'build',
    '-mod=readonly',
    '-buildvcs=false',
    '-trimpath',
    '-gcflags=all=-dwarf=false',
    `-ldflags=-s -w${version}`,
    ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : []),
    `-o=${into}/`,
    ...Object.values(packages),
  ];
}

/** The file that Go writes for a package. */
export function nameOf(path: string, { name }: GoRecipe): string {
  return path === '.' ? name : posix.basename(path);
}

function moduleOf({ name }: GoRecipe): string {
  return join(FOLDER, 'go', name);
}
