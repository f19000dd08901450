import { Duration } from 'cdk8s';
import {
  ApplicationStack,
  Backlog,
  HorizontalPodAutoscaling,
  PlatformProps,
  Scaling,
  ScalingMetric,
} from '../../../lib';
import { codesOf, findingsOf } from '../kubernetes/program';
import { MEASURED, scaled, specOf, worker } from './program';

const ADAPTED: PlatformProps = {
  ...MEASURED,
  autoscaling: new HorizontalPodAutoscaling({
    metricsAdapter: {
      requestsPerSecond: 'http_requests_per_second',
      concurrency: 'http_requests_at_once',
      latency: 'http_latency',
      backlogs: true,
    },
  }),
};
const metricsOf = (...metrics: ScalingMetric[]) =>
  specOf('HorizontalPodAutoscaler', scaled(Scaling.on(metrics, { max: 9 }), ADAPTED)).metrics;
const inbound = { reporter: 'source', destination_service: 'cart.shop.svc.cluster.local' };

test('replicas leave slowly, and come as Kubernetes has it', () => {
  expect(specOf('HorizontalPodAutoscaler', scaled(Scaling.onCpu({ max: 9 }))).behavior).toEqual({
    scaleDown: { policies: [{ type: 'Percent', value: 25, periodSeconds: 45 }] },
  });
  expect(
    specOf(
      'HorizontalPodAutoscaler',
      scaled(Scaling.onCpu({ max: 9, scaleUp: { pods: 3 }, scaleDown: { stabilization: Duration.minutes(10) } })),
    ).behavior,
  ).toEqual({
    scaleUp: { policies: [{ type: 'Pods', value: 3, periodSeconds: 15 }] },
    scaleDown: { policies: [{ type: 'Percent', value: 25, periodSeconds: 45 }], stabilizationWindowSeconds: 600 },
  });
});

test('requests, as callers saw them, by the names of the adapter', () => {
  expect(
    metricsOf(
      ScalingMetric.requestsPerSecond(80.5),
      ScalingMetric.concurrency(12),
      ScalingMetric.latency(99.9, Duration.millis(250)),
    ),
  ).toEqual([
    {
      type: 'External',
      external: {
        metric: { name: 'http_requests_per_second', selector: { matchLabels: inbound } },
        target: { type: 'AverageValue', averageValue: '80500m' },
      },
    },
    {
      type: 'External',
      external: {
        metric: { name: 'http_requests_at_once', selector: { matchLabels: inbound } },
        target: { type: 'AverageValue', averageValue: '12' },
      },
    },
    {
      type: 'External',
      external: {
        metric: { name: 'http_latency_p99_9', selector: { matchLabels: inbound } },
        target: { type: 'Value', value: '250m' },
      },
    },
  ]);
});

test('a backlog, as its exporter counts it', () => {
  const orders = Backlog.kafka(1000, { consumerGroup: 'cart', topic: 'orders' });
  expect(
    specOf('HorizontalPodAutoscaler', worker(Scaling.on([ScalingMetric.backlog(orders, 50)], { max: 9 }), ADAPTED))
      .metrics,
  ).toEqual([
    {
      type: 'External',
      external: {
        metric: {
          name: 'kafka_consumergroup_lag',
          selector: { matchLabels: { consumergroup: 'cart', topic: 'orders' } },
        },
        target: { type: 'AverageValue', averageValue: '50' },
      },
    },
  ]);
});

test('a load: by requests where an adapter hands them on, else by CPU use', () => {
  const load = Scaling.forLoad({
    peakRequestsPerSecond: 900,
    requestsPerSecondPerReplica: 100,
    quietRequestsPerSecond: 100,
  });
  const cpu = {
    type: 'ContainerResource',
    containerResource: { name: 'cpu', container: 'cart', target: { type: 'Utilization', averageUtilization: 50 } },
  };
  expect(specOf('HorizontalPodAutoscaler', scaled(load, ADAPTED))).toMatchObject({
    minReplicas: 4,
    maxReplicas: 18,
    metrics: [{ external: { target: { averageValue: '50' } } }],
  });
  expect(specOf('HorizontalPodAutoscaler', scaled(load, MEASURED))).toMatchObject({
    minReplicas: 4,
    maxReplicas: 18,
    metrics: [cpu],
  });
  expect(specOf('HorizontalPodAutoscaler', scaled(load)).metrics).toEqual([cpu]);
});

test('labels that no selector holds are refused', () => {
  const queue = Backlog.rabbitMq(10, { queue: 'orders' });
  expect(
    findingsOf(worker(Scaling.on([ScalingMetric.backlog(queue, 5)], { max: 9 }), ADAPTED).node.root),
  ).toContainEqual(
    expect.objectContaining({
      code: 'MS6003',
      given: expect.stringContaining('vhost="/"'),
      fix: expect.stringContaining('Keda'),
    }),
  );
});

test('names that no metric has are refused', () => {
  const platform = {
    autoscaling: new HorizontalPodAutoscaling({ metricsAdapter: { requestsPerSecond: 'requests per second' } }),
  };
  expect(findingsOf(scaled(Scaling.fixed(2), platform).node.root)).toContainEqual(
    expect.objectContaining({ code: 'MS6012', given: "metricsAdapter.requestsPerSecond was 'requests per second'" }),
  );
  expect(codesOf(scaled(Scaling.fixed(2), ADAPTED).node.root)).not.toContain('MS6012');
});

test.each([
  'loadbalancing.googleapis.com|https|request_count',
  'prometheus.googleapis.com|http_requests_total|counter',
  'datadogmetric@shop:requests',
  's0-prometheus',
  '5xx-rate',
])('asks for %s, as the adapter of a cloud serves it', (requestsPerSecond) => {
  const platform = {
    ...MEASURED,
    autoscaling: new HorizontalPodAutoscaling({ metricsAdapter: { requestsPerSecond } }),
  };
  const cart = scaled(Scaling.on([ScalingMetric.requestsPerSecond(80)], { max: 9 }), platform);
  expect(codesOf(cart.node.root)).toEqual([]);
  expect(specOf('HorizontalPodAutoscaler', cart).metrics).toMatchObject([
    { external: { metric: { name: requestsPerSecond } } },
  ]);
});

test.each(['', '.', '..', 'requests/second', 'requests%20', 'requests per second'])(
  'refuses %j, unless somebody knows better',
  (concurrency) => {
    const platform = { autoscaling: new HorizontalPodAutoscaling({ metricsAdapter: { concurrency } }) };
    const cart = scaled(Scaling.fixed(2), platform);
    expect(codesOf(cart.node.root)).toEqual(['MS6012']);
    const known = scaled(Scaling.fixed(2), platform);
    (known.node.scope as ApplicationStack).acknowledge('MS6012', 'The adapter of this cloud serves that name.');
    expect(findingsOf(known.node.root).filter(({ acknowledged }) => acknowledged === undefined)).toEqual([]);
  },
);

test('owns the number of replicas', () => {
  expect(scaled(Scaling.onCpu({ max: 9 })).ownership).toEqual([
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      name: 'cart',
      namespace: 'shop',
      path: '/spec/replicas',
      owner: 'HorizontalPodAutoscaler',
    },
  ]);
  expect(scaled(Scaling.fixed(2)).ownership).toEqual([]);
});
