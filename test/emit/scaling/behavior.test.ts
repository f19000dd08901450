import { Duration } from 'cdk8s';
import { Backlog, Keda, PlatformProps, Scaling, ScalingMetric, ScalingRate } from '../../../lib';
import { MEASURED, scaled, specOf, worker } from './program';

const KEDA: PlatformProps = {
  ...MEASURED,
  autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }),
};
/** Behavior of the same scaling, as both autoscalers state it. */
function behaviorsOf(rates: { readonly scaleUp?: ScalingRate; readonly scaleDown?: ScalingRate }) {
  const scaling = Scaling.onCpu({ max: 9, ...rates });
  return [
    specOf('HorizontalPodAutoscaler', scaled(scaling)).behavior,
    specOf('ScaledObject', scaled(scaling, KEDA)).advanced.horizontalPodAutoscalerConfig.behavior,
  ] as const;
}

const FIELDS = {
  percent: { percent: 50 },
  pods: { pods: 2 },
  period: { period: Duration.seconds(60) },
  stabilization: { stabilization: Duration.seconds(300) },
} as const;
const members = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
const SUBSETS = members.reduce<(keyof typeof FIELDS)[][]>(
  (all, member) => [...all, ...all.map((some) => [...some, member])],
  [[]],
);

describe.each(['scaleUp', 'scaleDown'] as const)('%s', (direction) => {
  test.each(SUBSETS.map((some) => [some.join(', ') || 'nothing', some] as const))('of %s', (_, some) => {
    const rate: ScalingRate = Object.assign({}, ...some.map((member) => FIELDS[member]));
    for (const behavior of behaviorsOf({ [direction]: rate })) {
      const { policies = [], stabilizationWindowSeconds } = behavior?.[direction] ?? {};
      const [period, defaults] = direction === 'scaleUp' ? [15, [100, 4]] : [45, [25, undefined]];
      const stated = some.includes('percent') || some.includes('pods');
      const percent = some.includes('percent') ? 50 : stated ? undefined : defaults[0];
      const pods = some.includes('pods') ? 2 : stated ? undefined : defaults[1];
      const periodSeconds = some.includes('period') ? 60 : period;
      // The API fills in what Kubernetes has, where nothing but the stabilization differs from it.
      const own = direction === 'scaleUp' && !stated && !some.includes('period');
      expect(policies).toEqual(
        own
          ? []
          : [
              ...(percent === undefined ? [] : [{ type: 'Percent', value: percent, periodSeconds }]),
              ...(pods === undefined ? [] : [{ type: 'Pods', value: pods, periodSeconds }]),
            ],
      );
      expect(stabilizationWindowSeconds).toBe(some.includes('stabilization') ? 300 : undefined);
    }
  });
});

test('nothing that is stated of scale-up is nothing', () => {
  for (const behavior of behaviorsOf({ scaleUp: {} })) expect(behavior).not.toHaveProperty('scaleUp');
});

test.each([
  [undefined, undefined],
  [Duration.minutes(10), 600],
  [Duration.seconds(60), 60],
  // The last replica may end its work.
  [Duration.seconds(0), 35],
])('the last replica leaves after the stated stabilization, %p', (stabilization, cooldown) => {
  const backlog = ScalingMetric.backlog(Backlog.kafka(9, { consumerGroup: 'cart' }), 50);
  const scaleDown = stabilization === undefined ? {} : { scaleDown: { stabilization } };
  expect(
    specOf('ScaledObject', worker(Scaling.on([backlog], { min: 0, max: 9, ...scaleDown }), KEDA)).cooldownPeriod,
  ).toBe(cooldown);
});
