import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';

const REPOSITORY = join(__dirname, '..', '..');
const PROGRAM = ['program', 'program-main', 'counts-main'];

/** Folder of a benchmark: compiled programs and libraries, and what contestants write. */
export interface Workplace {
  readonly folder: string;
  /** Script that runs a program with a library. */
  readonly main: string;
  /** Script that counts the calls of a program's run. */
  readonly counts: string;
  /** Compiled library of the working tree. */
  readonly library: string;
  /** Compiles the library of a commit and returns its folder. */
  libraryOf(commit: string): string;
  /** Removes everything. */
  remove(): void;
}

/**
 * Compiles the working tree.
 *
 * Everything lies in memory where there is such a file system: a disk takes ten times as long in one folder as in
 * another.
 */
export function openWorkplace(): Workplace {
  const folder = fs.mkdtempSync(join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'bench-'));
  const worktrees: string[] = [];
  // Compiled files find their packages there.
  fs.symlinkSync(fs.realpathSync(join(REPOSITORY, 'node_modules')), join(folder, 'node_modules'));
  for (const name of PROGRAM) transpile(name, folder);
  return {
    folder,
    main: join(folder, 'program-main.js'),
    counts: join(folder, 'counts-main.js'),
    library: compile(REPOSITORY, join(folder, 'library')),
    libraryOf: (commit) => {
      const worktree = join(folder, 'worktree');
      git('worktree', 'add', '--quiet', '--detach', worktree, commit);
      worktrees.push(worktree);
      fs.symlinkSync(join(folder, 'node_modules'), join(worktree, 'node_modules'));
      return compile(worktree, join(folder, 'against'));
    },
    remove: () => {
      for (const worktree of worktrees) git('worktree', 'remove', '--force', worktree);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function compile(repository: string, library: string): string {
  const tsc = require.resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--declaration', 'false', '--outDir', library], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return library;
}

function transpile(name: string, folder: string): void {
  const { outputText } = ts.transpileModule(fs.readFileSync(join(__dirname, `${name}.ts`), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  fs.writeFileSync(join(folder, `${name}.js`), outputText);
}

function git(...args: readonly string[]): void {
  execFileSync('git', args, { cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'inherit'] });
}
