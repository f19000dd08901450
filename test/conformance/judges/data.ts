import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DataRecipe } from './catalogue';
import { FOLDER } from './folder';
import { Pin, pinOf, readPins } from './pins';
import { run } from './run';
import { GO_ENVIRONMENT } from './tools';

/** Gathers files out of Go modules. */
export async function buildData(
  { name, sources }: DataRecipe,
  into: string,
  say: (what: string) => void,
): Promise<void> {
  say(name);
  const folders = await Promise.all(
    sources.map(({ pins, module }) => download(pinOf(readPins(join(FOLDER, 'go', pins)), module), into)),
  );
  for (const [index, { paths, to }] of sources.entries()) {
    mkdirSync(join(into, to), { recursive: true });
    // Written anew, since the files of the module cache are read-only.
    for (const file of paths.flatMap((path) => filesAt(join(folders[index]!, path))))
      writeFileSync(join(into, to, basename(file)), readFileSync(file));
  }
}

/** The folder of a module in Go's module cache. */
async function download({ module, version, sum }: Pin, outsideOfAnyModule: string): Promise<string> {
  const found = JSON.parse(
    await run('go', ['mod', 'download', '-json', `${module}@${version}`], {
      cwd: outsideOfAnyModule,
      env: GO_ENVIRONMENT,
    }),
  ) as { Dir: string; Sum: string };
  if (found.Sum !== sum) throw new Error(`${module} ${version} has the checksum ${found.Sum}, go.sum states ${sum}`);
  return found.Dir;
}

/** The file itself, or the files in a folder that hold CustomResourceDefinitions. */
function filesAt(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => join(path, file))
    .filter((file) => /^kind: CustomResourceDefinition$/m.test(readFileSync(file, 'utf8')));
}
