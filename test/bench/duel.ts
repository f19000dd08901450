import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Contestant } from './contestants';
import { Cost, measureProcess } from './processes';

/** Costs of a contestant, round by round. */
export type Rounds = readonly Cost[];

/** Runs contestants in turn, round by round, each with an empty output folder. */
export async function duel(
  contestants: readonly Contestant[],
  services: number,
  rounds: number,
  folder: string,
): Promise<Rounds[]> {
  const costs = contestants.map((): Cost[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, contestant] of contestants.entries()) {
      const output = join(folder, 'output');
      try {
        costs[at]!.push(await measureProcess(contestant.command(services, output)));
      } finally {
        fs.rmSync(output, { recursive: true, force: true });
      }
    }
  return costs;
}
