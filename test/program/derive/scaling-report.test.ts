import { Duration } from 'cdk8s';
import { Rollout, Scaling } from '../../../lib/values';
import { cart, shop } from '../../emit/kubernetes/program';
import { Platform } from '../../../lib/platform';

const LOAD = { peakRequestsPerSecond: 900, requestsPerSecondPerReplica: 100, quietRequestsPerSecond: 100 };

test('what follows from a load stands among the settings, with how it was computed and who said it', () => {
  const shown = Object.fromEntries(
    cart({ scaling: Scaling.forLoad(LOAD) })
      .settings.filter(({ name }) => name.startsWith('scaling'))
      .map(({ name, value, origin }) => [name, `${value} (${origin})`]),
  );
  expect(shown).toEqual({
    scaling:
      '{autoscaled: true, load: {peak: 900, perReplica: 100, quiet: 100, growthPerMinute: 80, metricsLag: 60}} ' +
      '(microservice cart)',
    'scaling.growth': '1 more replicas each 15 s = 80/s a minute ÷ 4 ÷ 50/s (microservice cart)',
    'scaling.max': '18 = 900/s at the peak ÷ 50/s (microservice cart)',
    'scaling.min':
      '4 = the most of 2, 100/s quiet ÷ 50/s, and 180/s surge ÷ (100/s − 1.1 × 50/s = 45/s) (microservice cart)',
    'scaling.pods':
      '23 = 18 and a surge of 25 % while a rollout goes on: what a quota has to allow (microservice cart)',
    'scaling.reaction':
      '135 s = 15 s between two looks + 60 s metricsLag + 60 s lifecycle.startupTime (microservice cart)',
    'scaling.surge': '180/s = growth of 80/s a minute ÷ 60 × 135 s (microservice cart)',
    'scaling.target': '50/s a replica = 50 % of 100/s (microservice cart)',
  });
});

test('bounds that are stated are shown as such', () => {
  const made = cart({ scaling: Scaling.forLoad({ ...LOAD, min: 6, max: 30 }) });
  expect([made.setting('scaling.min')!.value, made.setting('scaling.max')!.value]).toEqual([
    '6 as stated',
    '30 as stated; the peak needs 18 = 900/s ÷ 50/s',
  ]);
});

test('a stabilization of scale-up counts', () => {
  const scaling = Scaling.forLoad({ ...LOAD, scaleUp: { stabilization: Duration.seconds(30) } });
  expect(cart({ scaling }).setting('scaling.reaction')!.value).toBe(
    '165 s = 15 s between two looks + 60 s metricsLag + 30 s scaleUp.stabilization + 60 s lifecycle.startupTime',
  );
});

test('the start-up time counts wherever it is stated', () => {
  const stack = shop({ platform: new Platform({ defaults: { lifecycle: { startupTime: Duration.seconds(15) } } }) });
  expect(cart({ scaling: Scaling.forLoad(LOAD) }, stack).setting('scaling.min')!.value).toMatch(/^3 = /);
});

test('other scaling shows how many pods there may be, and nothing of a load', () => {
  expect(
    cart({ scaling: Scaling.onCpu({ max: 9 }) }).settings.filter(({ name }) => name.startsWith('scaling')),
  ).toEqual([
    { name: 'scaling', value: '{min: 2, max: 9, autoscaled: true, cpuUtilization: 70}', origin: 'microservice cart' },
    {
      name: 'scaling.pods',
      value: '12 = 9 and a surge of 25 % while a rollout goes on: what a quota has to allow',
      origin: 'microservice cart',
    },
  ]);
});

test('what runs at most depends on how a new version comes', () => {
  const pods = (rollout: Rollout) =>
    cart({ scaling: Scaling.forLoad(LOAD), lifecycle: { rollout } })
      .setting('scaling.pods')!
      .value.split(' ')[0];
  expect(
    [Rollout.recreate(), Rollout.rolling({ maxSurge: 50 }), Rollout.canary({ requestsPerSecond: 20 })].map(pods),
  ).toEqual(['18', '27', '36']);
});
