import { Duration } from 'cdk8s';
import {
  Backlog,
  BacklogSource,
  HorizontalPodAutoscaling,
  KafkaSasl,
  Keda,
  LoadScalingOptions,
  Microservice,
  PlatformProps,
  PodIdentityProvider,
  Port,
  RequestMetrics,
  Scaling,
  ScalingMetric,
  ScheduleOptions,
  TriggerCredentials,
} from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { isError } from '../../lib/errors';
import { MEASURED, scaled, worker } from '../emit/scaling/program';
import { findingsOf } from './cases';

/** A microservice that a code finds fault with, and one that is right. */
interface Case {
  readonly name: string;
  readonly bad: () => Microservice;
  readonly good: () => Microservice;
  readonly given: string;
  readonly allowed?: string;
}

const KEDA: PlatformProps = {
  ...MEASURED,
  autoscaling: new Keda({ prometheus: { serverAddress: 'http://prometheus:9090' } }),
};
const BARE: PlatformProps = { autoscaling: new Keda() };

function describeScaling(code: string, cases: readonly Case[]): void {
  describe(`${code}: ${CATALOGUE.get(code)!.title}`, () => {
    test.each(cases)('$name', ({ bad, good, given, allowed }) => {
      expect(findingsOf(bad().node.root).filter((finding) => finding.code === code)).toContainEqual(
        expect.objectContaining({
          path: 'shop/cart',
          severity: CATALOGUE.get(code)!.severity,
          given: expect.stringContaining(given),
          fix: expect.stringMatching(/.{8}/),
          ...(allowed !== undefined && { allowed: expect.stringContaining(allowed) }),
        }),
      );
      expect(findingsOf(good().node.root).filter((finding) => finding.code === code || isError(finding))).toEqual([]);
    });
  });
}

const on = (...metrics: ScalingMetric[]) => Scaling.on(metrics, { max: 9 });
const orders = Backlog.kafka(100, { consumerGroup: 'cart', topic: 'orders' });
const metricCase = (
  name: string,
  bad: ScalingMetric[],
  good: ScalingMetric[],
  given: string,
  allowed?: string,
): Case => ({
  name,
  bad: () => scaled(on(...bad), KEDA),
  good: () => scaled(on(...good), KEDA),
  given,
  ...(allowed !== undefined && { allowed }),
});

describeScaling('MS6001', [
  metricCase('nothing to scale on', [], [ScalingMetric.cpu()], 'the list of metrics was empty'),
  metricCase(
    'the same twice',
    [ScalingMetric.cpu(50), ScalingMetric.cpu(70)],
    [ScalingMetric.cpu(50), ScalingMetric.memory()],
    'it stood 2 times',
  ),
  metricCase(
    'no requests',
    [ScalingMetric.requestsPerSecond(0)],
    [ScalingMetric.requestsPerSecond(0.5)],
    'it was 0 a replica',
  ),
  metricCase(
    'no number of requests at once',
    [ScalingMetric.concurrency(NaN)],
    [ScalingMetric.concurrency(10)],
    'it was NaN a replica',
  ),
  metricCase(
    'half a millisecond',
    [ScalingMetric.latency(95, Duration.millis(0))],
    [ScalingMetric.latency(95, Duration.millis(250))],
    'the threshold was 0 ms',
  ),
  metricCase(
    'all requests',
    [ScalingMetric.latency(100, Duration.millis(250))],
    [ScalingMetric.latency(99.9, Duration.millis(250)), ScalingMetric.latency(50, Duration.millis(20))],
    'it was 100',
    'below 100',
  ),
  metricCase('half a message', [ScalingMetric.backlog(orders, 0.5)], [ScalingMetric.backlog(orders, 5)], 'it was 0.5'),
  metricCase(
    'another broker',
    [ScalingMetric.backlog(orders, 5, BacklogSource.nats({ monitoringEndpoint: 'nats:8222' }))],
    [
      ScalingMetric.backlog(
        orders,
        5,
        BacklogSource.kafka({ bootstrapServers: ['kafka:9092'], credentials: TriggerCredentials.none() }),
      ),
    ],
    'the backlog is of Kafka, the source of NATS JetStream',
  ),
]);

const zero = (metric: ScalingMetric) => Scaling.on([metric], { min: 0, max: 9 });
const office: ScheduleOptions = { start: '0 8 * * 1-5', end: '0 18 * * 1-5', timezone: 'Europe/Berlin', replicas: 5 };

describeScaling('MS6002', [
  {
    name: 'somebody calls',
    bad: () => scaled(zero(ScalingMetric.backlog(orders, 5)), KEDA),
    good: () => worker(zero(ScalingMetric.backlog(orders, 5)), KEDA),
    given: 'its requests come from web',
  },
  {
    name: 'on requests',
    bad: () => scaled(zero(ScalingMetric.requestsPerSecond(5)), KEDA),
    good: () => scaled(on(ScalingMetric.requestsPerSecond(5)), KEDA),
    given: 'its requests come from web',
  },
  {
    name: 'it is exposed',
    given: 'clients outside',
    good: () => worker(zero(ScalingMetric.backlog(orders, 5)), KEDA),
    bad: () => {
      const cart = scaled(zero(ScalingMetric.backlog(orders, 5)), KEDA);
      cart.expose({ host: 'shop.example.com', tlsSecret: 'shop', public: true });
      return cart;
    },
  },
  {
    name: 'on a schedule alone',
    given: 'it is scaled on a schedule',
    bad: () => worker(zero(ScalingMetric.schedule(office)), KEDA),
    good: () => worker(on(ScalingMetric.schedule(office)), KEDA),
  },
]);

const plain: PlatformProps = { ...MEASURED, autoscaling: new HorizontalPodAutoscaling() };
const adapted: PlatformProps = {
  ...MEASURED,
  autoscaling: new HorizontalPodAutoscaling({
    metricsAdapter: { requestsPerSecond: 'requests', concurrency: 'at_once', latency: 'latency', backlogs: true },
  }),
};
const lacks = (name: string, metric: ScalingMetric, given: string, allowed: string): Case => ({
  name,
  given,
  allowed,
  bad: () => scaled(on(metric), plain),
  good: () => scaled(on(metric), KEDA),
});

describeScaling('MS6003', [
  lacks(
    'requests without an adapter',
    ScalingMetric.requestsPerSecond(5),
    'its metricsAdapter.requestsPerSecond is not stated',
    'HorizontalPodAutoscaling with metricsAdapter.requestsPerSecond or Keda with prometheus',
  ),
  lacks(
    'requests at once without an adapter',
    ScalingMetric.concurrency(5),
    'its metricsAdapter.concurrency is not stated',
    'Keda with prometheus',
  ),
  lacks(
    'latency without an adapter',
    ScalingMetric.latency(95, Duration.millis(250)),
    'its metricsAdapter.latency is not stated',
    'Keda with prometheus',
  ),
  lacks(
    'a backlog without an adapter',
    ScalingMetric.backlog(orders, 5),
    'its metricsAdapter.backlogs is not stated',
    'Keda with prometheus',
  ),
  lacks('a schedule', ScalingMetric.schedule(office), 'it knows no time of day', 'on platforms with Keda'),
  lacks(
    'a broker',
    ScalingMetric.backlog(
      orders,
      5,
      BacklogSource.kafka({ bootstrapServers: ['kafka:9092'], credentials: TriggerCredentials.none() }),
    ),
    'it asks adapters alone',
    'on platforms with Keda',
  ),
  {
    name: 'zero',
    given: 'HPAScaleToZero',
    allowed: 'Keda',
    bad: () => worker(zero(ScalingMetric.backlog(orders, 5)), adapted),
    good: () => worker(zero(ScalingMetric.backlog(orders, 5)), KEDA),
  },
  {
    name: 'requests without Prometheus',
    given: 'its prometheus is not stated',
    allowed: 'Keda with prometheus',
    bad: () => scaled(on(ScalingMetric.requestsPerSecond(5)), { ...MEASURED, ...BARE }),
    good: () => scaled(on(ScalingMetric.requestsPerSecond(5)), adapted),
  },
]);

const { mesh: _, ...meshless } = KEDA;
const counted = {
  ports: [Port.http(80, { servesMetrics: true })],
  telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
};
const requests = on(ScalingMetric.requestsPerSecond(5));

describeScaling('MS6004', [
  {
    name: 'neither a mesh nor metrics',
    given: 'no mesh reports requests, and requestMetrics are not stated',
    bad: () => scaled(requests, meshless),
    good: () => scaled(requests, meshless, counted),
  },
  {
    name: 'nobody scrapes',
    given: 'the monitoring of the platform is NoMonitoring',
    bad: () => scaled(requests, { autoscaling: KEDA.autoscaling! }),
    good: () => scaled(requests, KEDA),
  },
  {
    name: 'nobody calls',
    given: 'it receives no requests',
    bad: () => worker(requests, KEDA),
    good: () => scaled(requests, KEDA),
  },
  {
    name: 'no histogram',
    given: 'no histogram measures how long requests take',
    bad: () =>
      scaled(on(ScalingMetric.concurrency(5)), meshless, {
        ...counted,
        telemetry: {
          requestMetrics: RequestMetrics.custom({ requests: 'requests_total', resultLabel: 'code', failures: '5..' }),
        },
      }),
    good: () => scaled(on(ScalingMetric.concurrency(5)), meshless, counted),
  },
]);

const asks = (backlog: Backlog, source: BacklogSource) => () =>
  worker(on(ScalingMetric.backlog(backlog, 5, source)), BARE);
const sqs = (credentials: TriggerCredentials) =>
  asks(
    Backlog.sqs(9, { queue: 'orders' }),
    BacklogSource.sqs({ queueUrl: 'https://sqs/orders', region: 'eu-central-1', credentials }),
  );
const rabbit = (credentials: TriggerCredentials, host?: string) =>
  asks(
    Backlog.rabbitMq(9, { queue: 'orders' }),
    BacklogSource.rabbitMq({ credentials, ...(host !== undefined && { host }) }),
  );
const kafka = (credentials: TriggerCredentials, sasl?: KafkaSasl, partitions?: number) =>
  asks(
    orders,
    BacklogSource.kafka({
      bootstrapServers: ['kafka:9092'],
      credentials,
      ...(sasl !== undefined && { sasl }),
      ...(partitions !== undefined && { partitions }),
    }),
  );
const redis = (credentials: TriggerCredentials) =>
  asks(
    Backlog.redisStream(9, { stream: 'orders', group: 'cart' }),
    BacklogSource.redis({ addresses: ['redis:6379'], credentials }),
  );
const secret = (...parameters: string[]) =>
  TriggerCredentials.secret('broker', Object.fromEntries(parameters.map((each) => [each, each.toLowerCase()])));
const none = TriggerCredentials.none();
const aws = TriggerCredentials.podIdentity(PodIdentityProvider.AWS);

describeScaling('MS6005', [
  {
    name: 'SQS without',
    given: 'there were no credentials',
    allowed: 'the keys awsAccessKeyID and awsSecretAccessKey of a Secret, or the pod identity aws',
    bad: sqs(none),
    good: sqs(aws),
  },
  {
    name: 'SQS with half',
    given: 'the credentials held awsAccessKeyID',
    bad: sqs(secret('awsAccessKeyID')),
    good: sqs(secret('awsAccessKeyID', 'awsSecretAccessKey')),
  },
  {
    name: 'another cloud',
    given: 'the pod identity gcp',
    bad: sqs(TriggerCredentials.podIdentity(PodIdentityProvider.GCP)),
    good: sqs(aws),
  },
  {
    name: 'RabbitMQ without',
    given: 'there were no credentials',
    allowed: 'the keys host of a Secret',
    bad: rabbit(none),
    good: rabbit(secret('host')),
  },
  {
    name: 'RabbitMQ with a host alone',
    given: 'the credentials held username',
    allowed: 'the keys username and password of a Secret',
    bad: rabbit(secret('username'), 'amqp://rabbitmq:5672'),
    good: rabbit(secret('username', 'password'), 'amqp://rabbitmq:5672'),
  },
  {
    name: 'Kafka with SASL without',
    given: 'there were no credentials',
    allowed: 'username and password',
    bad: kafka(none, KafkaSasl.PLAINTEXT),
    good: kafka(secret('username', 'password'), KafkaSasl.PLAINTEXT),
  },
  { name: 'Kafka as a cloud', given: 'the pod identity aws', bad: kafka(aws), good: kafka(none) },
  { name: 'a Secret without keys', given: 'without keys', bad: redis(secret()), good: redis(secret('password')) },
  {
    name: 'a Secret that is none',
    given: "the Secret was 'My Secret'",
    bad: redis(TriggerCredentials.secret('My Secret', { password: 'a' })),
    good: redis(none),
  },
]);

const scheduled = (more: Partial<ScheduleOptions>) => () =>
  worker(on(ScalingMetric.cpu(), ScalingMetric.schedule({ ...office, ...more })), BARE);
const never = (name: string, more: Partial<ScheduleOptions>, given: string): Case => ({
  name,
  given,
  bad: scheduled(more),
  good: scheduled({}),
});

describeScaling('MS6006', [
  never('no such day', { start: '0 8 30 2 *' }, "start was '0 8 30 2 *': no month that it names has such a day"),
  never('six fields', { end: '0 0 18 * * *' }, "end was '0 0 18 * * *': it has 6 fields"),
  never('start and end alike', { end: '0  8 * * 1-5' }, "both were '0 8 * * 1-5'"),
  never('a zone that is none', { timezone: 'Europe/Brln' }, "timezone was 'Europe/Brln'"),
  never('no more than there are anyway', { replicas: 2 }, 'replicas was 2, min was 2, max was 9'),
  never('more than there may be', { replicas: 10 }, 'replicas was 10, min was 2, max was 9'),
]);

const leaving =
  (period: Duration, longestRequest = Duration.seconds(30)) =>
  () =>
    scaled(Scaling.onCpu({ max: 9, scaleDown: { period } }), {}, { lifecycle: { longestRequest } });

describeScaling('MS6007', [
  {
    name: 'a period that is too short',
    given:
      'the period of scaleDown is 44 s; one takes up to 45 s = 10 s preStop + 30 s lifecycle.longestRequest + ' +
      '5 s margin',
    allowed: 'periods from 45 s',
    bad: leaving(Duration.seconds(44)),
    good: leaving(Duration.seconds(45)),
  },
  {
    name: 'requests that are longer than any period',
    given: '1800 s; one takes up to 3615 s',
    allowed: 'periods up to 1800 s',
    bad: leaving(Duration.seconds(1800), Duration.hours(1)),
    good: () => scaled(Scaling.onCpu({ max: 9 }), {}, { lifecycle: { longestRequest: Duration.hours(1) } }),
  },
]);

const LOAD: LoadScalingOptions = {
  peakRequestsPerSecond: 900,
  requestsPerSecondPerReplica: 100,
  quietRequestsPerSecond: 100,
};
const load = (more: Partial<LoadScalingOptions>) => () => scaled(Scaling.forLoad({ ...LOAD, ...more }));

describeScaling('MS6008', [
  {
    name: 'max below the peak',
    given: 'max was 17; 900/s ÷ 50/s a replica (50 % of 100/s) = 18',
    allowed: '18 or more',
    bad: load({ max: 17 }),
    good: load({ max: 18 }),
  },
  {
    name: 'min below what comes meanwhile',
    given: 'min was 2; 100/s quiet + 180/s that come within 135 s are more than 2 × 100/s',
    allowed: '3 or more',
    bad: load({ min: 2 }),
    good: load({ min: 3 }),
  },
  {
    name: 'a rate of scale-up below the growth',
    given: 'scaleUp lets 4 of them come each 60 s; the load needs 8 more in that time',
    allowed: 'scaleUp.pods of 8 or more',
    bad: load({ growthPerMinute: 400, scaleUp: { pods: 4, period: Duration.minutes(1) } }),
    good: load({ growthPerMinute: 400, scaleUp: { pods: 8, period: Duration.minutes(1) } }),
  },
]);

const impossible = (name: string, more: Partial<LoadScalingOptions>, given: string): Case => ({
  name,
  given,
  bad: load(more),
  good: load({}),
});

describeScaling('MS6009', [
  impossible('no peak', { peakRequestsPerSecond: 0, quietRequestsPerSecond: 0 }, 'peakRequestsPerSecond was 0'),
  impossible('nothing served', { requestsPerSecondPerReplica: 0 }, 'requestsPerSecondPerReplica was 0'),
  impossible('quiet above the peak', { quietRequestsPerSecond: 1000 }, 'quietRequestsPerSecond was 1000, the peak 900'),
  impossible('a load that shrinks', { growthPerMinute: -1 }, 'growthPerMinute was -1'),
  impossible('half a second', { metricsLag: Duration.millis(500) }, 'metricsLag was 0.5 s'),
]);

test.each([load({ requestsPerSecondPerReplica: 0 }), load({ peakRequestsPerSecond: NaN }), load({ min: 20, max: 18 })])(
  'an impossible load is one finding',
  (program) => {
    expect(findingsOf(program().node.root)).toHaveLength(1);
  },
);

describe('MS6010: two decide about one field', () => {
  const patched = (scaling: Scaling, patch: object, platform: PlatformProps = {}) => {
    const cart = scaled(scaling, platform);
    cart.patch(patch);
    return findingsOf(cart.node.root).filter(({ code }) => code === 'MS6010');
  };

  test.each([
    ['HorizontalPodAutoscaler', {}],
    ['ScaledObject', KEDA],
  ])('a patch beside a %s', (owner, platform) => {
    expect(patched(Scaling.onCpu({ max: 9 }), { spec: { replicas: 4 } }, platform)).toEqual([
      expect.objectContaining({
        path: 'shop/cart/workload',
        given: 'the patch was {"spec":{"replicas":4}}',
        fix: `leave it out, and state bounds to ${owner}`,
      }),
    ]);
  });

  test('a patch of what nobody else decides', () => {
    expect(patched(Scaling.fixed(2), { spec: { replicas: 4 } })).toEqual([]);
    expect(patched(Scaling.onCpu({ max: 9 }), { spec: { revisionHistoryLimit: 4 } })).toEqual([]);
  });
});

const rate = (name: string, more: object, given: string): Case => ({
  name,
  given,
  bad: () => scaled(Scaling.onCpu({ max: 9, ...more })),
  good: () =>
    scaled(
      Scaling.onCpu({
        max: 9,
        scaleUp: { percent: 300, pods: 1, period: Duration.seconds(1), stabilization: Duration.seconds(0) },
        scaleDown: { percent: 100, period: Duration.minutes(30), stabilization: Duration.hours(1) },
      }),
    ),
});

describeScaling('MS6011', [
  rate('more than all', { scaleDown: { percent: 101 } }, 'scaleDown.percent was 101'),
  rate('none', { scaleUp: { percent: 0 } }, 'scaleUp.percent was 0'),
  rate('half a pod', { scaleUp: { pods: 0.5 } }, 'scaleUp.pods was 0.5'),
  rate('too long a period', { scaleDown: { period: Duration.hours(1) } }, 'scaleDown.period was 3600 s'),
  rate('too far back', { scaleDown: { stabilization: Duration.hours(2) } }, 'scaleDown.stabilization was 7200 s'),
]);

describeScaling('MS6013', [
  {
    name: 'more replicas than partitions',
    given: 'max was 9, partitions was 8',
    allowed: 'max up to 8',
    bad: kafka(none, undefined, 8),
    good: kafka(none, undefined, 9),
  },
]);

test('switching the autoscaler changes no line of the program', () => {
  const program = (platform: PlatformProps) =>
    findingsOf(
      scaled(Scaling.on([ScalingMetric.cpu(), ScalingMetric.requestsPerSecond(50)], { min: 3, max: 9 }), platform).node
        .root,
    );
  expect([program(KEDA), program(adapted)]).toEqual([[], []]);
});
