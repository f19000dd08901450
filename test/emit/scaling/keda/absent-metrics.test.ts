import { Duration } from 'cdk8s';
import {
  Backlog,
  BacklogSource,
  Keda,
  PlatformProps,
  PodIdentityProvider,
  Port,
  Scaling,
  ScalingMetric,
  TriggerCredentials,
} from '../../../../lib';
import { findingsOf } from '../../kubernetes/program';
import { MEASURED, scaled, specOf, worker } from '../program';

const serverAddress = 'http://prometheus-operated.monitoring:9090';
const KEDA: PlatformProps = {
  ...MEASURED,
  autoscaling: new Keda({ prometheus: { serverAddress }, httpAddOn: {} }),
};
const none = TriggerCredentials.none();
const LAG = Backlog.kafka(9, { consumerGroup: 'cart', topic: 'orders' });
const METRICS = {
  cpu: ScalingMetric.cpu(),
  memory: ScalingMetric.memory(),
  requests: ScalingMetric.requestsPerSecond(80),
  concurrency: ScalingMetric.concurrency(12),
  latency: ScalingMetric.latency(95, Duration.millis(250)),
  schedule: ScalingMetric.schedule({ start: '0 8 * * *', end: '0 18 * * *', timezone: 'Europe/Berlin', replicas: 6 }),
};
const BACKLOGS: Readonly<Record<string, ScalingMetric>> = {
  exporter: ScalingMetric.backlog(LAG, 50),
  custom: ScalingMetric.backlog(Backlog.custom('jobs', 9, { metric: 'jobs_waiting', labels: { queue: 'jobs' } }), 50),
  kafka: ScalingMetric.backlog(LAG, 50, BacklogSource.kafka({ bootstrapServers: ['kafka:9092'], credentials: none })),
  rabbitmq: ScalingMetric.backlog(
    Backlog.rabbitMq(9, { queue: 'orders' }),
    50,
    BacklogSource.rabbitMq({ credentials: TriggerCredentials.secret('broker', { host: 'uri' }) }),
  ),
  nats: ScalingMetric.backlog(
    Backlog.nats(9, { stream: 'orders', consumer: 'cart' }),
    50,
    BacklogSource.nats({ monitoringEndpoint: 'nats.nats:8222' }),
  ),
  sqs: ScalingMetric.backlog(
    Backlog.sqs(9, { queue: 'orders' }),
    50,
    BacklogSource.sqs({
      queueUrl: 'https://sqs/orders',
      region: 'eu-central-1',
      credentials: TriggerCredentials.podIdentity(PodIdentityProvider.AWS),
    }),
  ),
  redis: ScalingMetric.backlog(
    Backlog.redisStream(9, { stream: 'orders', group: 'cart' }),
    50,
    BacklogSource.redis({ addresses: ['redis:6379'], credentials: none }),
  ),
};
const keeps = (replicas: number) => ({ failureThreshold: 3, replicas, behavior: 'currentReplicasIfHigher' });

test.each(Object.keys(BACKLOGS))('no number of a backlog keeps replicas, and starts one (%s)', (name) => {
  const specAt = (min: number) => specOf('ScaledObject', worker(Scaling.on([BACKLOGS[name]!], { min, max: 9 }), KEDA));
  expect([0, 1, 3].map((min) => specAt(min).fallback)).toEqual([keeps(1), keeps(1), keeps(3)]);
});

test.each(Object.entries(METRICS))('a backlog is kept for beside %s', (_, metric) => {
  const { fallback } = specOf(
    'ScaledObject',
    scaled(Scaling.on([BACKLOGS['exporter']!, metric], { min: 2, max: 9 }), KEDA),
  );
  expect(fallback).toEqual(keeps(2));
});

test('a backlog is kept for beside an activator', () => {
  const spec = specOf(
    'ScaledObject',
    scaled(Scaling.on([METRICS.concurrency, BACKLOGS['exporter']!], { min: 0, max: 9 }), KEDA, {
      ports: [Port.http(80)],
    }),
  );
  expect(spec.triggers.map(({ type }) => type)).toEqual(['external-push', 'prometheus']);
  expect(spec.fallback).toEqual(keeps(1));
});

test.each(Object.entries(METRICS))('nothing falls back for %s alone', (_, metric) => {
  expect(specOf('ScaledObject', scaled(Scaling.on([metric], { min: 2, max: 9 }), KEDA))).not.toHaveProperty('fallback');
});

test('only requests may be absent', () => {
  const ignoring = (metric: ScalingMetric) =>
    specOf('ScaledObject', scaled(Scaling.on([metric], { min: 2, max: 9 }), KEDA))
      .triggers.filter(({ type }) => type === 'prometheus')
      .map(({ metadata }) => metadata['ignoreNullValues']);
  expect([METRICS.requests, METRICS.concurrency, METRICS.latency].map(ignoring)).toEqual([
    ['true'],
    ['true'],
    ['true'],
  ]);
  expect([BACKLOGS['exporter']!, BACKLOGS['custom']!].map(ignoring)).toEqual([['false'], ['false']]);
});

test.each(['serverAddress', 'query', 'threshold', 'ignoreNullValues', 'authModes'])(
  'metadata that KEDA would get twice is refused: %s',
  (key) => {
    const prometheus = { serverAddress, metadata: { [key]: 'x', customHeaders: 'X-Scope-OrgID=shop' } };
    expect(findingsOf(scaled(Scaling.fixed(2), { autoscaling: new Keda({ prometheus }) }).node.root)).toEqual([
      expect.objectContaining({ code: 'MS6012', given: `prometheus.metadata had ${key}: 'x'` }),
    ]);
  },
);
