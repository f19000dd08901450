import * as fc from 'fast-check';
import { lifecycle } from '../../../lib/program';

const FACTS = { serves: true, longestRequest: 30, endpointPropagation: 10 };

test('a server waits for its callers, then for the longest request', () => {
  expect(lifecycle(FACTS)).toEqual({ preStop: 10, terminationGracePeriod: 45, neededGracePeriod: 45 });
});

test('a worker has no callers to wait for', () => {
  expect(lifecycle({ ...FACTS, serves: false })).toMatchObject({ preStop: 0, terminationGracePeriod: 35 });
});

test('whatever the facts, nobody is killed early', () => {
  const seconds = fc.nat(7200);
  fc.assert(
    fc.property(fc.record({ serves: fc.boolean(), longestRequest: seconds, endpointPropagation: seconds }), (facts) => {
      const { preStop, terminationGracePeriod } = lifecycle(facts);
      expect(terminationGracePeriod).toBeGreaterThan(preStop + facts.longestRequest);
    }),
  );
});
