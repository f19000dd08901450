// Measures the figures of docs/reliability.md: node -r ts-node/register test/app/reliability/main.ts [KILLS] [SEED]
import { fillDisks } from './full-disk';
import { killWriters } from './kills';
import { raceWriters } from './races';

async function main(): Promise<void> {
  const [kills = 200, seed = 20_261_129] = process.argv.slice(2).map(Number);
  process.stdout.write(`seed ${seed}\n`);
  const figures: [string, () => object | undefined | Promise<object>][] = [
    ['kills', () => killWriters(kills, seed)],
    ['full disk', () => fillDisks(100, seed)],
    ['two runs at once', () => raceWriters(10, 5)],
  ];
  for (const [name, measure] of figures) {
    const figure = (await measure()) ?? 'not possible on this machine';
    process.stdout.write(`${name}: ${JSON.stringify(figure)}\n`);
  }
}

void main();
