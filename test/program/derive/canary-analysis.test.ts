import { Duration } from 'cdk8s';
import { CanaryStep, Objective, Rollout } from '../../../lib';
import { abortThreshold, judgedObjectives, secondsToJudge, stepSeconds } from '../../../lib/program';

const availability = Objective.availability(99.9);
const latency = Objective.latency(99, Duration.millis(250));

test('a version is taken back where the fastest alert would page', () => {
  // 2 % of the budget of 30 days within an hour: 14.4 times too fast.
  expect([abortThreshold(availability), abortThreshold(latency)]).toEqual([0.0144, 0.144]);
  expect(abortThreshold(Objective.availability(99.9, { window: Duration.days(7) }))).toBe(0.00336);
});

test.each<[number, number, number]>([
  [20, 5, 348],
  [20, 10, 174],
  [20, 50, 35],
  [0.5, 25, 2778],
  [1000, 50, 1],
])(
  'with %d requests a second, a version with %d percent of them shows 5 failures within %d s',
  (rate, percent, seconds) => {
    expect(secondsToJudge(availability, rate, percent)).toBe(seconds);
    // One second less would not do.
    expect(rate * (percent / 100) * 0.0144 * seconds).toBeGreaterThanOrEqual(5);
    expect(rate * (percent / 100) * 0.0144 * (seconds - 1)).toBeLessThan(5);
  },
);

test('fewer failures that count are seen sooner', () => {
  expect(secondsToJudge(Objective.availability(99.9, { minimumFailures: 1 }), 20, 5)).toBe(70);
});

const known = Rollout.canary({ requestsPerSecond: 20 });
const unknown = Rollout.canary();

test.each<[string, CanaryStep, Rollout, readonly Objective[], number | undefined]>([
  ['as stated', CanaryStep.weight(5, Duration.seconds(42)), known, [availability], 42],
  ['until it can be judged', CanaryStep.weight(5), known, [availability], 348],
  ['until all objectives can be judged', CanaryStep.weight(5), known, [latency, availability], 348],
  ['no shorter than rates take', CanaryStep.weight(50), known, [latency], 60],
  ['five minutes, where the traffic is not known', CanaryStep.weight(5), unknown, [availability], 300],
  ['five minutes, where nothing judges', CanaryStep.weight(5), known, [], 300],
  ['five minutes by a header', CanaryStep.header('x-version', 'next'), known, [availability], 300],
  ['five minutes by copies', CanaryStep.mirror(100), known, [availability], 300],
  ['until somebody says so', CanaryStep.approval(), known, [availability], undefined],
])('a step lasts %s', (_, step, rollout, judged, seconds) => {
  expect(stepSeconds(step, rollout, judged)).toBe(seconds);
});

test('a version is judged by what all requests are promised', () => {
  const route = Objective.availability(99, { route: { name: 'pay', paths: ['/pay'] } });
  expect(judgedObjectives({ objectives: [route, latency, availability] })).toEqual([latency, availability]);
});
