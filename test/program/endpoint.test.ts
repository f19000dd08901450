import { sameCluster, WorkloadEndpoint } from '../../lib/program';

const at = (cluster?: string): WorkloadEndpoint => ({
  namespace: 'shop',
  serviceAccount: 'cart',
  exposures: [],
  ...(cluster !== undefined && { cluster }),
});

test.each([
  ['east', 'east', true],
  ['east', 'west', false],
  ['east', undefined, true],
  [undefined, undefined, true],
])('%s and %s are one cluster as far as is known: %s', (a, b, same) => {
  expect(sameCluster(at(a), at(b))).toBe(same);
  expect(sameCluster(at(b), at(a))).toBe(same);
});
