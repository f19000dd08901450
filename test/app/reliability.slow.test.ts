import { fillDisks } from './reliability/full-disk';
import { killWriters } from './reliability/kills';
import { raceWriters } from './reliability/races';

const SEED = 20_261_129;

test(`a process killed at any moment leaves the old or the new output after the next run (seed ${SEED})`, async () => {
  const { kills, interrupted, finished, undone, torn } = await killWriters(30, SEED);
  expect({ kills, torn }).toEqual({ kills: 30, torn: 0 });
  // The kills hit both halves of a switch.
  expect(finished).toBeGreaterThan(0);
  expect(undone).toBeGreaterThan(0);
  expect(finished + undone).toBe(interrupted);
}, 600_000);

const figures = fillDisks(40, SEED);
const onFullDisk = figures === undefined ? test.skip : test;
onFullDisk(`a full disk leaves the old output whole, or has room for the new one (seed ${SEED})`, () => {
  expect(figures).toMatchObject({ rounds: 40, torn: 0 });
  expect(figures!.refused).toBeGreaterThan(5);
  expect(figures!.written).toBeGreaterThan(0);
});

test('two processes that write one output at once both end, and leave it whole', async () => {
  expect(await raceWriters(2, 5)).toEqual({ pairs: 2, switches: 5, failed: 0, torn: 0 });
}, 600_000);
