import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs something with an empty folder, which is gone afterwards. */
export function inScratch(run: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'scratch-'));
  try {
    run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
