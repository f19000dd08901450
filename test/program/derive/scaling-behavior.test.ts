import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import {
  drainSeconds,
  evictable,
  mostPods,
  scaledOn,
  scaleDownRate,
  scalesOnMemory,
  scaleUpRate,
} from '../../../lib/program';
import { Port, Scaling, ScalingMetric, ScalingMetricKind } from '../../../lib/values';
import { cart } from '../../emit/kubernetes/program';

const factsOf = (scaling: Scaling, longestRequest = 30, ports = [Port.http(80)]) =>
  cart({ scaling, lifecycle: { longestRequest: Duration.seconds(longestRequest) }, ports })._facts;
const LOAD = { peakRequestsPerSecond: 900, requestsPerSecondPerReplica: 100, quietRequestsPerSecond: 100 };

test('a quarter leaves in the time that one takes to leave', () => {
  // 10 s preStop, 30 s of the longest request and 5 s of margin.
  expect(scaleDownRate(factsOf(Scaling.onCpu({ max: 9 })))).toEqual({ period: 45, percent: 25 });
  expect(scaleDownRate(factsOf(Scaling.onCpu({ max: 9 }), 30, []))).toMatchObject({ period: 35 });
});

test('what is stated counts', () => {
  const stated = (scaleDown: object) => scaleDownRate(factsOf(Scaling.onCpu({ max: 9, scaleDown })));
  expect(stated({ pods: 2, period: Duration.minutes(2) })).toEqual({ period: 120, pods: 2 });
  expect(stated({ percent: 10, pods: 2, stabilization: Duration.seconds(0) })).toEqual({
    period: 45,
    stabilization: 0,
    percent: 10,
    pods: 2,
  });
});

test('replicas come as Kubernetes has it, unless a load grows faster', () => {
  expect(scaleUpRate(Scaling.onCpu({ max: 9 }))).toBeUndefined();
  expect(scaleUpRate(Scaling.forLoad(LOAD)._planned(60))).toBeUndefined();
  // 48,000 ÷ 4 ÷ 50 = 240 replicas each 15 s, which double the fewest, and so on.
  const fast = { ...LOAD, peakRequestsPerSecond: 90_000, growthPerMinute: 48_000, min: 20 };
  expect(scaleUpRate(Scaling.forLoad(fast)._planned(10))).toEqual({ percent: 100, pods: 240 });
  expect(scaleUpRate(Scaling.onCpu({ max: 9, scaleUp: { pods: 1, period: Duration.minutes(1) } }))).toEqual({
    pods: 1,
    period: 60,
  });
});

test('a period alone holds for the replicas that come by default, and for those that a load needs in it', () => {
  const up = { scaleUp: { period: Duration.minutes(1) } };
  expect(scaleUpRate(Scaling.onCpu({ max: 9, ...up }))).toEqual({ percent: 100, pods: 4, period: 60 });
  const fast = { ...LOAD, peakRequestsPerSecond: 90_000, growthPerMinute: 48_000, min: 20 };
  expect(scaleUpRate(Scaling.forLoad({ ...fast, ...up })._planned(10))).toEqual({
    percent: 100,
    pods: 960,
    period: 60,
  });
  // What a load needs stays where something else is stated.
  const later = { scaleUp: { stabilization: Duration.seconds(30) } };
  expect(scaleUpRate(Scaling.forLoad({ ...fast, ...later })._planned(10))).toEqual({
    percent: 100,
    pods: 240,
    stabilization: 30,
  });
  expect(scaleUpRate(Scaling.onCpu({ max: 9, scaleUp: {} }))).toBeUndefined();
});

test('a load is scaled on by requests where they are measured, else by CPU use', () => {
  const planned = Scaling.forLoad(LOAD)._planned(60);
  expect(scaledOn(planned, true)).toEqual([ScalingMetric.requestsPerSecond(50)]);
  expect(scaledOn(planned, false)).toEqual([ScalingMetric.cpu(50)]);
  expect(scaledOn(Scaling.onCpuAndMemory({ max: 9 }), true).map(({ _kind: kind }) => kind)).toEqual([
    ScalingMetricKind.CPU,
    ScalingMetricKind.MEMORY,
  ]);
});

test('memory use alone is told from what a canary can stand beside', () => {
  expect(
    [
      Scaling.onMemory({ max: 9 }),
      Scaling.onCpu({ max: 9 }),
      Scaling.onCpuAndMemory({ max: 9 }),
      Scaling.fixed(2),
      Scaling.forLoad(LOAD),
    ].map(scalesOnMemory),
  ).toEqual([true, false, true, false, false]);
});

test(
  'whatever the facts, replicas leave no faster than they drain, budgets let a drain go on, and surge is ' + 'counted',
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1700 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 100 }),
        (longestRequest, min, more, surge) => {
          const facts = factsOf(Scaling.onCpu({ min, max: min + more }), longestRequest);
          const { period, percent } = scaleDownRate(facts);
          expect(period).toBeGreaterThanOrEqual(drainSeconds(facts));
          expect(period).toBeLessThanOrEqual(1800);
          expect(percent).toBeLessThanOrEqual(100);
          expect(evictable(min)).toBeGreaterThanOrEqual(1);
          // Where a budget is made, something stays.
          if (min >= 2) expect(min - evictable(min)).toBeGreaterThanOrEqual(1);
          expect(mostPods(min + more, surge)).toBeGreaterThan(min + more);
        },
      ),
      { numRuns: 60 },
    );
  },
);
