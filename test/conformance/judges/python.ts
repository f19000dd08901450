import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonRecipe } from './catalogue';
import { FOLDER } from './folder';
import { run } from './run';

/** The first line of an installed script names an interpreter that stands elsewhere once the folder is renamed. */
const launcher = (script: string) =>
  `#!/bin/sh\nvenv=$(dirname "$(readlink -f "$0")")/../venv\nexec "$venv/bin/python" "$venv/bin/${script}" "$@"\n`;

/** Installs the pinned Python packages of a program and nothing else. */
export async function buildPython(
  { name, file }: PythonRecipe,
  into: string,
  say: (what: string) => void,
): Promise<void> {
  const venv = join(into, 'venv');
  const program = join(into, 'bin', name);
  const inVenv = (...args: readonly string[]) => run(join(venv, 'bin', 'python'), args, { cwd: into });
  say(name);
  mkdirSync(join(into, 'bin'));
  await run('python3', ['-m', 'venv', venv], { cwd: into });
  const pinned = join(FOLDER, 'python', `${name}.txt`);
  await inVenv('-m', 'pip', 'install', '--require-hashes', '--no-deps', '--only-binary', ':all:', '-r', pinned);
  if (file !== undefined) {
    const packages = await inVenv('-c', 'import sysconfig; print(sysconfig.get_path("platlib"))');
    renameSync(join(packages.trim(), file), program);
    rmSync(venv, { recursive: true });
  } else {
    // What is installed without its dependencies must find all of them among the pinned ones.
    await inVenv('-m', 'pip', 'check');
    writeFileSync(program, launcher(name));
  }
  await run('chmod', ['755', program], { cwd: into });
}
