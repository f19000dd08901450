import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs on a disk with too little room for the new version, and now and then with enough. */
export interface FullDisks {
  readonly rounds: number;
  readonly refused: number;
  readonly written: number;
  /** Outputs that are neither whole as they were nor whole as they were to be. */
  readonly torn: number;
}

const MOUNT = 'mount -t tmpfs -o size=3m none "$0" && exec "$@"';

/** Fills a disk in memory, in a mount namespace of its own. Undefined where the machine allows none. */
export function fillDisks(rounds: number, seed: number): FullDisks | undefined {
  const disk = mkdtempSync(join(tmpdir(), 'full-disk-'));
  try {
    if (spawnSync('unshare', ['--mount', 'sh', '-c', MOUNT, disk, 'true']).status !== 0) return undefined;
    const program = [process.execPath, '-r', 'ts-node/register', join(__dirname, 'full-disk-program.ts')];
    const { stdout, stderr, status } = spawnSync(
      'unshare',
      ['--mount', 'sh', '-c', MOUNT, disk, ...program, disk, String(rounds), String(seed)],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as FullDisks;
  } finally {
    rmdirSync(disk);
  }
}
