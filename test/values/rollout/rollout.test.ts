import { Duration } from 'cdk8s';
import { CanaryStep, Rollout } from '../../../lib';
import { CanaryStepKind, RolloutKind } from '../../../lib/values';

test('what is not said of a rollout is what its documentation says', () => {
  expect(Rollout.rolling()).toMatchObject({ _kind: RolloutKind.ROLLING, surgePercent: 25, steps: [] });
  expect(Rollout.recreate()).toMatchObject({ _kind: RolloutKind.RECREATE, steps: [] });
  expect(Rollout.blueGreen()).toMatchObject({
    _kind: RolloutKind.BLUE_GREEN,
    autoPromotion: false,
    scaleDownDelay: 600,
  });
  const canary = Rollout.canary();
  expect(canary).toMatchObject({ _kind: RolloutKind.CANARY, analysis: true });
  expect(canary.requestsPerSecond).toBeUndefined();
  expect(canary.steps.map(({ _kind: kind, percent, pauseMillis }) => [kind, percent, pauseMillis])).toEqual(
    [5, 10, 25, 50].map((percent) => [CanaryStepKind.WEIGHT, percent, undefined]),
  );
});

test('steps are kept in the order in which they are given, whatever becomes of the list', () => {
  const steps = [
    CanaryStep.mirror(10),
    CanaryStep.weight(20, Duration.minutes(1)),
    CanaryStep.approval(),
    CanaryStep.header('x-version', 'next', Duration.seconds(90)),
  ];
  const rollout = Rollout.canary({ steps, requestsPerSecond: 3, analysis: false });
  steps.pop();
  expect(rollout).toMatchObject({ analysis: false, requestsPerSecond: 3 });
  expect(rollout.steps).toMatchObject([
    { _kind: CanaryStepKind.MIRROR, percent: 10 },
    { _kind: CanaryStepKind.WEIGHT, percent: 20, pauseMillis: 60_000 },
    { _kind: CanaryStepKind.APPROVAL },
    { _kind: CanaryStepKind.HEADER, headerName: 'x-version', headerValue: 'next', pauseMillis: 90_000 },
  ]);
});

test('parts of seconds are kept, for a finding to tell', () => {
  expect(CanaryStep.weight(5, Duration.millis(1500)).pauseMillis).toBe(1500);
  expect(Rollout.blueGreen({ scaleDownDelay: Duration.millis(1500) }).scaleDownDelay).toBe(1.5);
});
