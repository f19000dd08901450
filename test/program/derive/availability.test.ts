import { boundsDisruptions, evictable } from '../../../lib/program';

test.each([
  [1, 1],
  [2, 1],
  [4, 1],
  [7, 1],
  [8, 2],
  [12, 3],
  [100, 25],
])('of %d replicas %d may be evicted', (replicas, expected) => {
  expect(evictable(replicas)).toBe(expected);
});

test('a lone replica is not protected unless somebody says so', () => {
  expect([0, 1, 2, 3].map((replicas) => boundsDisruptions(undefined, replicas))).toEqual([false, false, true, true]);
  expect(boundsDisruptions(true, 1)).toBe(true);
  expect(boundsDisruptions(false, 9)).toBe(false);
});
