import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { withLock } from '../../../lib/app/lock';
import { recover } from '../../../lib/app/switch';
import { updateOutput } from '../../../lib/app/update';
import { everything, versions } from '../outputs';
import { randomNumbers } from './random-numbers';

/** Kills of a process that writes an output of 120 files again and again, and the outputs after the next run. */
export interface Kills {
  readonly kills: number;
  /** Kills that left files of two versions beside each other, or files of a switch. */
  readonly interrupted: number;
  /** Interrupted switches that the next run finished, and those that it undid. */
  readonly finished: number;
  readonly undone: number;
  /** Outputs that are neither the old nor the new version, after the next run. */
  readonly torn: number;
}

/** Kills the writer at moments that the seed decides, and recovers after each kill. */
export async function killWriters(count: number, seed: number): Promise<Kills> {
  const random = randomNumbers(seed);
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const [one, other] = versions();
  const wholes = [one, other].map((version) => {
    updateOutput(folder, version);
    return JSON.stringify(everything(folder));
  });
  const result = { kills: 0, interrupted: 0, finished: 0, undone: 0, torn: 0 };
  try {
    for (; result.kills < count; result.kills += 1) {
      await killOne(folder, random() * 100);
      if (existsSync(join(folder, '.cdk8s-microservice.switch'))) result.interrupted += 1;
      const recovered = withLock(folder, () => recover(folder));
      if (recovered !== undefined) result[recovered] += 1;
      if (!wholes.includes(JSON.stringify(everything(folder)))) result.torn += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

async function killOne(folder: string, millis: number): Promise<void> {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', join(__dirname, 'endless-writer.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await setTimeout(millis);
  child.kill('SIGKILL');
  await ended;
}
