import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { errorBudget, MetricSource, Objective } from '../../../lib/values';

const route = { name: 'place-order', methods: ['POST'] };

test.each([
  [Objective.availability(99.9), 'availability'],
  [Objective.availability(99.9, { route }), 'availability-place-order'],
  [Objective.latency(99, Duration.millis(250)), 'latency-250ms'],
  [Objective.latency(99, Duration.seconds(2.5), { route }), 'latency-2500ms-place-order'],
  [Objective.latency(99, Duration.millis(0.5)), 'latency-0.5ms'],
])('%#: is named %s', (objective, name) => {
  expect(objective.name).toBe(name);
});

test('holds over 30 days, and five failures are worth an alert, where nothing else is said', () => {
  expect(Objective.availability(99.9)).toEqual(
    expect.objectContaining({ percent: 99.9, windowDays: 30, minimumFailures: 5, thresholdMillis: undefined }),
  );
  expect([Objective.availability(99.9).route, Objective.availability(99.9).source]).toEqual([undefined, undefined]);
});

test('keeps what is said', () => {
  const objective = Objective.latency(95, Duration.seconds(1), {
    window: Duration.hours(180),
    minimumFailures: 20,
    route,
    source: MetricSource.APPLICATION,
  });
  expect(objective).toEqual(
    expect.objectContaining({
      percent: 95,
      thresholdMillis: 1000,
      windowDays: 7.5,
      minimumFailures: 20,
      route,
      source: 'application',
    }),
  );
});

test('user input never throws', () => {
  expect([NaN, -1, 0, 100, Infinity].map((percent) => Objective.availability(percent).percent)).toEqual([
    NaN,
    -1,
    0,
    100,
    Infinity,
  ]);
  expect(Objective.latency(99, Duration.millis(0.1), { window: Duration.millis(1) }).thresholdMillis).toBe(0.1);
});

test.each([
  [99.9, 0.001],
  [99.95, 0.0005],
  [99.99, 0.0001],
  [99, 0.01],
  [99.999, 0.00001],
  [70, 0.3],
])('%d percent leave a budget of %d, without noise', (percent, budget) => {
  expect(errorBudget({ percent })).toBe(budget);
});

test('objective and budget make up all requests', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 99.9999, noNaN: true }), (percent) => {
      expect(errorBudget({ percent }) * 100 + percent).toBeCloseTo(100, 8);
    }),
  );
});
