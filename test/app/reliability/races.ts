import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { updateOutput } from '../../../lib/app/update';
import { everything, versions } from '../outputs';

/** Pairs of processes that write two versions into one folder at once. */
export interface Races {
  readonly pairs: number;
  /** Switches of the output that each process made. */
  readonly switches: number;
  /** Processes that did not end with 0. */
  readonly failed: number;
  /** Outputs that are neither of the versions in the end. */
  readonly torn: number;
}

/** Lets two processes begin at once, and judges what they leave. */
export async function raceWriters(pairs: number, switches: number): Promise<Races> {
  const folder = mkdtempSync(join(tmpdir(), 'races-'));
  const wholes = versions().map((version) => {
    updateOutput(folder, version);
    return JSON.stringify(everything(folder));
  });
  const result = { pairs: 0, switches, failed: 0, torn: 0 };
  try {
    for (; result.pairs < pairs; result.pairs += 1) {
      const statuses = await raceOnce(folder, switches);
      result.failed += statuses.filter((status) => status !== 0).length;
      if (!wholes.includes(JSON.stringify(everything(folder)))) result.torn += 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

async function raceOnce(folder: string, switches: number): Promise<(number | null)[]> {
  const program = ['-r', 'ts-node/register', join(__dirname, 'racing-writer.ts'), folder, String(switches)];
  const children = [0, 1].map((first) =>
    spawn(process.execPath, [...program, String(first)], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const ends = children.map((child) => once(child, 'exit') as Promise<[number | null]>);
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  for (const child of children) child.stdin.write('go\n');
  return (await Promise.all(ends)).map(([status]) => status);
}
