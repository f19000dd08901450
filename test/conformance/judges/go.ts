import { join } from 'node:path';
import type { GoRecipe } from './catalogue';
import { FOLDER } from './folder';
import { pinOf, readPins } from './pins';
import { run } from './run';
import { GO_ENVIRONMENT } from './tools';

/** Builds the programs of a Go module at exactly the versions that its go.mod and go.sum state. */
export function buildGo({ name, packages, stamp }: GoRecipe, into: string, say: (what: string) => void): void {
  const module = join(FOLDER, 'go', name);
  const link =
    stamp === undefined ? [] : ['-ldflags', `-X ${stamp.variable}=${pinOf(readPins(module), stamp.module).version}`];
  for (const [program, path] of Object.entries(packages)) {
    say(program);
    // Without the state of the repository around it, which would link every program again after every commit, and
    // without the paths of this machine.
    run(
      'go',
      ['build', '-mod=readonly', '-buildvcs=false', '-trimpath', ...link, '-o', join(into, 'bin', program), path],
      { cwd: module, env: GO_ENVIRONMENT },
    );
  }
}
