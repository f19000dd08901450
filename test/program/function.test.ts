import { Duration } from 'cdk8s';
import { effectiveScale, requestTimeout, resolveSettings, settingsInVain } from '../../lib/program';
import {
  FUNCTION_SETTING_NAMES,
  FUNCTION_SETTINGS,
  MicroserviceSettings,
  Rollout,
  Scaling,
  ScalingMetric,
} from '../../lib/values';

const resolved = (platform: MicroserviceSettings, required: MicroserviceSettings = {}) =>
  resolveSettings(
    platform,
    { origin: 'stack shop', values: {} },
    { origin: 'function thumbnail', values: {} },
    required,
    FUNCTION_SETTINGS,
  );
const inVain = (platform: MicroserviceSettings, required?: MicroserviceSettings) =>
  settingsInVain({ settings: resolved(platform, required), settingNames: FUNCTION_SETTING_NAMES }).map(
    ({ name, origin }) => `${name} (${origin})`,
  );

test('what the library sets reaches functions, or is not for them', () => {
  expect(inVain({})).toEqual([]);
});

test('what others state in vain is named', () => {
  expect(
    inVain({
      pod: { placement: { nodeSelector: { disk: 'fast' } } },
      lifecycle: { minReady: Duration.seconds(9) },
      metadata: { labels: { a: 'b' } },
    }),
  ).toEqual(['lifecycle.minReady (platform)', 'pod.placement.nodeSelector.disk (platform)']);
  expect(
    inVain({}, { pod: { placement: { priorityClassName: 'high' } }, lifecycle: { disruptionBudget: true } }),
  ).toEqual([
    'lifecycle.disruptionBudget (platform (required))',
    'pod.placement.priorityClassName (platform (required))',
  ]);
});

test('what asks for nothing is not named', () => {
  expect(
    inVain({
      pod: { placement: { topologySpread: [] } },
      lifecycle: { rollout: Rollout.rolling(), disruptionBudget: false },
    }),
  ).toEqual([]);
  expect(inVain({ lifecycle: { rollout: Rollout.recreate() } })).toEqual(['lifecycle.rollout (platform)']);
});

test('a start takes part of the first request alone', () => {
  const settings = resolved({ lifecycle: { longestRequest: Duration.seconds(10), startupTime: Duration.seconds(7) } });
  expect(requestTimeout(settings, { min: 0 })).toBe(17);
  expect(requestTimeout(settings, { min: 1 })).toBe(10);
});

test('an empty list of metrics and an impossible load leave the arithmetic whole', () => {
  expect(effectiveScale(resolved({ scaling: Scaling.on([], { max: 3 }) }))).toMatchObject({ max: 3, target: 100 });
  expect(
    effectiveScale(
      resolved({ scaling: Scaling.forLoad({ peakRequestsPerSecond: -1, requestsPerSecondPerReplica: 1 }) }),
    ),
  ).toMatchObject({ min: 0, target: 0 });
  expect(effectiveScale(resolved({ scaling: Scaling.on([ScalingMetric.cpu()], { max: 3 }) }))).toMatchObject({
    min: 2,
    max: 3,
  });
});
