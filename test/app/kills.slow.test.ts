import { killWriters } from './kills';

const SEED = 20_261_129;

test(`a process killed at any moment leaves the old output or the new one after the next run (seed ${SEED})`, async () => {
  const { kills, interrupted, finished, undone, torn } = await killWriters(30, SEED);
  expect({ kills, torn }).toEqual({ kills: 30, torn: 0 });
  // The kills hit both halves of a switch.
  expect(finished).toBeGreaterThan(0);
  expect(undone).toBeGreaterThan(0);
  expect(finished + undone).toBe(interrupted);
}, 600_000);
