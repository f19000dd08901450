import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { updateOutput } from '../../../lib/app/update';
import { everything, versions } from '../outputs';
import { randomNumbers } from './random-numbers';

const [disk, rounds, seed] = process.argv.slice(2);
const random = randomNumbers(Number(seed));
const [small, large] = [versions(60, 20)[0], versions(60, 200)[1]];
const output = join(disk!, 'output');
const filler = join(disk!, 'filler');
const result = { rounds: 0, refused: 0, written: 0, torn: 0 };

for (; result.rounds < Number(rounds); result.rounds += 1) {
  rmSync(filler, { force: true });
  mkdirSync(output, { recursive: true });
  updateOutput(output, small);
  const before = JSON.stringify(everything(output));
  const { bavail, bsize } = statfsSync(disk!);
  writeFileSync(filler, Buffer.alloc(Math.floor(bavail * bsize * random())));
  let isWritten = true;
  try {
    updateOutput(output, large);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    isWritten = false;
  }
  result[isWritten ? 'written' : 'refused'] += 1;
  const found = everything(output);
  const isWhole = isWritten ? [...large.files].every(([path, { content }]) => found[path] === `644 ${content}`) : false;
  if (!isWhole && JSON.stringify(found) !== before) result.torn += 1;
  if (isWritten && !isWhole) result.torn += 1;
}
process.stdout.write(JSON.stringify(result));
