import { App, Duration, Size } from 'cdk8s';
import { Scaling, ScalingMetric } from '../../../../lib';
import { findingsOf } from '../../../checks/cases';
import { revisionOf, scalingOf, shop, thumbnail } from '../program';

const kpa = {
  class: 'kpa.autoscaling.knative.dev',
  metric: 'concurrency',
  target: '100',
  'target-utilization-percentage': '70',
  'min-scale': '0',
  'max-scale': '10',
};
const hpa = () => shop({ hpa: true });

test('nothing runs without requests, and never more than ten replicas', () => {
  expect(scalingOf(thumbnail())).toEqual(kpa);
});

test('the target follows what one replica serves', () => {
  expect(scalingOf(thumbnail({ lifecycle: { concurrency: 8 } }))).toEqual({ ...kpa, target: '8' });
});

test('requests at once that are stated are aimed at as stated, from no replica', () => {
  expect(scalingOf(thumbnail({ scaling: Scaling.on([ScalingMetric.concurrency(20)], { max: 40 }) }))).toEqual({
    ...kpa,
    target: '20',
    'target-utilization-percentage': '100',
    'max-scale': '40',
  });
});

test('a fewest number that is stated is kept', () => {
  expect(
    scalingOf(thumbnail({ scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 3, max: 40 }) })),
  ).toMatchObject({ 'min-scale': '3' });
});

test('one replica at most is not below the two that microservices have at least', () => {
  expect(scalingOf(thumbnail({ scaling: Scaling.on([ScalingMetric.concurrency(1)], { max: 1 }) }))).toMatchObject({
    'min-scale': '0',
    'max-scale': '1',
  });
});

test('on requests a second', () => {
  expect(scalingOf(thumbnail({ scaling: Scaling.on([ScalingMetric.requestsPerSecond(12.5)], { max: 7 }) }))).toEqual({
    ...kpa,
    metric: 'rps',
    target: '12.5',
    'target-utilization-percentage': '100',
    'max-scale': '7',
  });
});

test('a load is served at its peak, and nothing is kept for the time before it', () => {
  const scaling = Scaling.forLoad({ peakRequestsPerSecond: 300, requestsPerSecondPerReplica: 20 });
  // 50 % of 20/s, since replicas take long to come for growth that is so fast; 300 ÷ 10.
  expect(scalingOf(thumbnail({ scaling }))).toMatchObject({
    metric: 'rps',
    target: '10',
    'target-utilization-percentage': '100',
    'min-scale': '0',
    'max-scale': '30',
  });
});

test('a fixed number is both bounds', () => {
  expect(scalingOf(thumbnail({ scaling: Scaling.fixed(3) }))).toMatchObject({ 'min-scale': '3', 'max-scale': '3' });
});

test('replicas are kept as long as a load may come back', () => {
  expect(
    scalingOf(
      thumbnail({
        scaling: Scaling.on([ScalingMetric.concurrency(20)], {
          max: 4,
          scaleDown: { stabilization: Duration.minutes(5) },
        }),
      }),
    ),
  ).toMatchObject({ 'scale-down-delay': '300s' });
});

test('on CPU use, in percent, from as many as Kubernetes keeps', () => {
  expect(scalingOf(thumbnail({ scaling: Scaling.onCpu({ max: 5, utilization: 60 }) }, hpa()))).toEqual({
    class: 'hpa.autoscaling.knative.dev',
    metric: 'cpu',
    target: '60',
    'min-scale': '2',
    'max-scale': '5',
  });
});

test.each([
  ['CPU', Scaling.onCpu({ max: 1 })],
  ['memory', Scaling.onMemory({ max: 1 })],
])('on %s use, one at most is one at least', (_, scaling) => {
  const stack = hpa();
  expect(scalingOf(thumbnail({ scaling }, stack))).toMatchObject({ 'min-scale': '1', 'max-scale': '1' });
  expect(findingsOf(stack.node.root as App)).toEqual([]);
});

test('what a platform states for all and functions cannot have is not applied', () => {
  const stack = shop(
    {},
    {
      defaults: {
        scaling: Scaling.onCpu({ max: 6 }),
        lifecycle: { longestRequest: Duration.minutes(15) },
        security: { fsGroup: 3000 },
      },
    },
  );
  stack.acknowledge('MS7003', 'functions do without these');
  const resized = thumbnail({}, stack);
  expect(scalingOf(resized)).toEqual(kpa);
  expect(revisionOf(resized)).toMatchObject({ timeoutSeconds: 90 });
});

test('on memory use, in mebibytes of the request', () => {
  const resources = { memory: { request: Size.mebibytes(512) } };
  expect(
    scalingOf(thumbnail({ resources, scaling: Scaling.onMemory({ min: 1, max: 5, utilization: 75 }) }, hpa())),
  ).toMatchObject({ class: 'hpa.autoscaling.knative.dev', metric: 'memory', target: '384', 'min-scale': '1' });
});

test('on memory use of less than a mebibyte, on one, since Knative counts whole ones', () => {
  const resources = { memory: { request: Size.mebibytes(1) } };
  expect(
    scalingOf(thumbnail({ resources, scaling: Scaling.onMemory({ min: 1, max: 5, utilization: 75 }) }, hpa())),
  ).toMatchObject({ target: '1' });
});

test('what a platform states for all holds for functions too', () => {
  const stack = shop({ hpa: true }, { defaults: { scaling: Scaling.onCpu({ min: 2, max: 6 }) } });
  expect(scalingOf(thumbnail({}, stack))).toMatchObject({ metric: 'cpu', target: '70', 'max-scale': '6' });
});
