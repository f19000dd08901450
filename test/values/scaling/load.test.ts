import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { LoadFacts, loadFacts, loadPlan } from '../../../lib/values';

const FACTS: LoadFacts = { peak: 900, perReplica: 100, quiet: 100, growthPerMinute: 80, metricsLag: 60 };

test('the page of the documentation computes so', () => {
  // 15 + 60 + 60 = 135 s; 80 ÷ 60 × 135 = 180; two replicas for the quiet load; (1 − 180 ÷ 200) ÷ 1.1 is below 50 %;
  // 180 ÷ (100 − 55) = 4; 900 ÷ 50 = 18.
  expect(loadPlan(FACTS, 60)).toEqual({
    reaction: 135,
    surge: 180,
    utilization: 50,
    target: 50,
    min: 4,
    needed: 18,
    max: 18,
    growthPerSync: 1,
  });
});

test('a load that grows slowly is served at a higher utilization, by fewer replicas', () => {
  expect(loadPlan({ ...FACTS, growthPerMinute: 4 }, 60)).toMatchObject({ surge: 9, utilization: 80, min: 2, max: 12 });
  expect(loadPlan({ ...FACTS, growthPerMinute: 25 }, 60)).toMatchObject({
    surge: 56.25,
    utilization: 65,
    min: 2,
    max: 14,
  });
});

test('an autoscaler that adds nothing for a while reacts later', () => {
  expect(loadPlan({ ...FACTS, growthPerMinute: 25 }, 60, 30)).toMatchObject({ reaction: 165, surge: 68.75 });
});

test('replicas that start faster are fewer', () => {
  expect(loadPlan(FACTS, 5).min).toBeLessThan(loadPlan(FACTS, 60).min);
  expect(loadPlan(FACTS, 600).min).toBeGreaterThan(loadPlan(FACTS, 60).min);
});

test('from quiet to peak within ten minutes, known after one, where nothing is stated', () => {
  expect(
    loadFacts({ peakRequestsPerSecond: 900, requestsPerSecondPerReplica: 100, quietRequestsPerSecond: 100 }),
  ).toEqual(FACTS);
  expect(
    loadFacts({
      peakRequestsPerSecond: 50,
      requestsPerSecondPerReplica: 10,
      growthPerMinute: 3,
      metricsLag: Duration.seconds(30),
      min: 3,
      max: 9,
    }),
  ).toEqual({ peak: 50, perReplica: 10, quiet: 0, growthPerMinute: 3, metricsLag: 30, min: 3, max: 9 });
});

test('bounds that are stated count', () => {
  expect(loadPlan({ ...FACTS, min: 6, max: 30 }, 60)).toMatchObject({ min: 6, max: 30, needed: 18 });
});

test('whatever the load, it is served until more replicas are there, and at its peak', () => {
  const facts = fc.record({
    perReplica: fc.integer({ min: 1, max: 5000 }),
    peak: fc.integer({ min: 1, max: 100_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    growthPerMinute: fc.integer({ min: 0, max: 50_000 }),
    metricsLag: fc.integer({ min: 0, max: 600 }),
  });
  fc.assert(
    fc.property(
      facts,
      fc.integer({ min: 1, max: 900 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ share, ...stated }, startupTime, at) => {
        const load = { ...stated, quiet: stated.peak * share };
        const { min, max, target, utilization, surge } = loadPlan(load, startupTime);
        expect(utilization).toBeGreaterThanOrEqual(50);
        expect(utilization).toBeLessThanOrEqual(80);
        expect(min).toBeGreaterThanOrEqual(2);
        expect(max).toBeGreaterThanOrEqual(min);
        expect(max * target).toBeGreaterThanOrEqual(load.peak * (1 - 1e-9));
        expect(min * target).toBeGreaterThanOrEqual(load.quiet * (1 - 1e-9));
        // Any number of replicas, and the highest load at which the autoscaler leaves it alone.
        const replicas = Math.round(min + at * (max - min));
        expect(replicas * target * 1.1 + surge).toBeLessThanOrEqual(replicas * load.perReplica * (1 + 1e-9));
      },
    ),
  );
});
