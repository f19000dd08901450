import { Duration } from 'cdk8s';
import { CanaryStep } from '../../../../lib';
import { canaried, canaryOf } from './program';

const END = [{ setWeight: 100 }, { pause: { duration: expect.stringMatching(/^\d+s$/) } }];

function stepsOf(steps: CanaryStep[], requestsPerSecond?: number) {
  const { program } = canaried({ steps, ...(requestsPerSecond !== undefined && { requestsPerSecond }) });
  return canaryOf(program.written()).steps;
}

test(
  'weights last as long as stated, or else five minutes; then all requests go to the new version until the old ' +
    'one has drained',
  () => {
    expect(stepsOf([CanaryStep.weight(20, Duration.minutes(2)), CanaryStep.weight(50)])).toEqual([
      { setWeight: 20 },
      { pause: { duration: '120s' } },
      { setWeight: 50 },
      { pause: { duration: '300s' } },
      ...END,
    ]);
  },
);

test('where traffic is known, a weight lasts until enough failures would have been seen', () => {
  // 5 failures / (10 requests a second x 20% x 1.44% failures) = 174 s; the other objective takes less.
  expect(stepsOf([CanaryStep.weight(20)], 10)).toEqual([{ setWeight: 20 }, { pause: { duration: '174s' } }, ...END]);
});

test('an approval has no end of its own', () => {
  expect(stepsOf([CanaryStep.weight(20), CanaryStep.approval()])[2]).toEqual({ pause: {} });
});

test('requests by header find replicas, before any weight, and a weight never meets fewer than its share', () => {
  const name = 'cart-header-1';
  expect(stepsOf([CanaryStep.header('x-canary', 'yes'), CanaryStep.weight(20), CanaryStep.weight(50)])).toEqual([
    { setCanaryScale: { weight: 20 } },
    { setHeaderRoute: { name, match: [{ headerName: 'x-canary', headerValue: { exact: 'yes' } }] } },
    { pause: { duration: '300s' } },
    { setHeaderRoute: { name } },
    { setCanaryScale: { weight: 20 } },
    { setWeight: 20 },
    { setCanaryScale: { matchTrafficWeight: true } },
    { pause: { duration: '300s' } },
    { setWeight: 50 },
    { pause: { duration: '300s' } },
    ...END,
  ]);
});

test('copies of requests find as many replicas as there are copies', () => {
  const name = 'cart-mirror-1';
  expect(stepsOf([CanaryStep.mirror(30, Duration.minutes(1))])).toEqual([
    { setCanaryScale: { weight: 30 } },
    { setMirrorRoute: { name, percentage: 30, match: [{ headers: { ':path': { prefix: '/' } } }] } },
    { pause: { duration: '60s' } },
    { setMirrorRoute: { name } },
    { setCanaryScale: { weight: 100 } },
    { setWeight: 100 },
    { setCanaryScale: { matchTrafficWeight: true } },
    END[1],
  ]);
});

test("routes of the controller's own are listed, those of earlier steps first", () => {
  const { program } = canaried({
    steps: [CanaryStep.mirror(10), CanaryStep.header('x-canary', 'yes'), CanaryStep.weight(50)],
  });
  expect(canaryOf(program.written()).trafficRouting.managedRoutes).toEqual([
    { name: 'cart-mirror-1' },
    { name: 'cart-header-2' },
  ]);
  expect(canaryOf(canaried().program.written()).trafficRouting.managedRoutes).toBeUndefined();
});
