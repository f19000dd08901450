// A copy of the repository as a fresh clone has it, but for what is changed and not yet committed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Copies files that git knows, or would add, to an empty folder. */
export function copyClean(root, folder, isWanted = () => true) {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  );
  if (status !== 0) throw new Error(`git ls-files failed:\n${stderr}`);
  for (const path of new Set(stdout.split('\0'))) {
    // Deleted and not yet committed.
    if (path === '' || !isWanted(path) || !existsSync(join(root, path))) continue;
    cpSync(join(root, path), join(folder, path));
  }
}
