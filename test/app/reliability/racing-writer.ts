import { once } from 'node:events';
import { updateOutput } from '../../../lib/app/update';
import { versions } from '../outputs';

const [folder, rounds, first] = process.argv.slice(2);

/** Writes the two versions in turn, from the moment when the parent says so. */
async function main(): Promise<void> {
  const stated = versions();
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  for (let round = 0; round < Number(rounds); round += 1) updateOutput(folder!, stated[(round + Number(first)) % 2]!);
  process.exit();
}

void main();
