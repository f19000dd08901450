import * as fc from 'fast-check';
import { lifecycle } from '../../../lib/program';

const FACTS = { serves: true, longestRequest: 30, endpointPropagation: 10, startupTime: 60, minReady: 5 };

test('a server waits for its callers, then for the longest request', () => {
  expect(lifecycle(FACTS)).toEqual({ preStop: 10, terminationGracePeriod: 45, minReady: 5, progressDeadline: 600 });
});

test('a worker has no callers to wait for', () => {
  expect(lifecycle({ ...FACTS, serves: false })).toMatchObject({ preStop: 0, terminationGracePeriod: 35 });
});

test('a long start moves the deadline of a rollout', () => {
  expect(lifecycle({ ...FACTS, startupTime: 900 }).progressDeadline).toBe(1810);
});

test('whatever the facts, nobody is killed early and no healthy rollout fails', () => {
  const seconds = fc.nat(7200);
  fc.assert(
    fc.property(
      fc.record({
        serves: fc.boolean(),
        longestRequest: seconds,
        endpointPropagation: seconds,
        startupTime: seconds,
        minReady: seconds,
      }),
      (facts) => {
        const { preStop, terminationGracePeriod, progressDeadline, minReady } = lifecycle(facts);
        expect(terminationGracePeriod).toBeGreaterThan(preStop + facts.longestRequest);
        expect(progressDeadline).toBeGreaterThan(minReady);
        expect(progressDeadline).toBeGreaterThanOrEqual(facts.startupTime + minReady);
      },
    ),
  );
});
