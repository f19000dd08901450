import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PythonRecipe } from './catalogue';
import { FOLDER } from './folder';
import { run } from './run';

/** Paths of a virtual environment are absolute: the folder is renamed later, so the program is looked for from where it stands. */
const launcher = (module: string) => `#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/../venv/bin/python" -m ${module} "$@"\n`;

/** Installs the pinned Python packages of a program and nothing else. */
export function buildPython({ name, module, file }: PythonRecipe, into: string, say: (what: string) => void): void {
  const venv = join(into, 'venv');
  const program = join(into, 'bin', name);
  const inVenv = (...args: readonly string[]) => run(join(venv, 'bin', 'python'), args, { cwd: into });
  say(name);
  mkdirSync(join(into, 'bin'));
  run('python3', ['-m', 'venv', venv], { cwd: into });
  inVenv('-m', 'pip', 'install', '--no-deps', '--only-binary', ':all:', '--no-compile', '-r', join(FOLDER, 'python', `${name}.txt`));
  if (file !== undefined) {
    const packages = inVenv('-c', 'import sysconfig; print(sysconfig.get_path("platlib"))').trim();
    renameSync(join(packages, file), program);
    rmSync(venv, { recursive: true });
  } else {
    // What is installed without its dependencies must find all of them among the pinned ones.
    inVenv('-m', 'pip', 'check');
    writeFileSync(program, launcher(module!));
  }
  run('chmod', ['755', program], { cwd: into });
}
