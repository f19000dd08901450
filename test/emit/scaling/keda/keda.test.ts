import { Duration } from 'cdk8s';
import {
  Backlog,
  BacklogSource,
  KafkaSasl,
  Keda,
  PlatformProps,
  PodIdentityProvider,
  Port,
  RequestMetrics,
  Scaling,
  ScalingMetric,
  TriggerCredentials,
} from '../../../../lib';
import { codesOf, findingsOf, rendered } from '../../kubernetes/program';
import { promqlProblems } from '../../../support/promql';
import { MEASURED, scaled, specOf, worker, written } from '../program';
import { TRIGGERS } from './trigger-metadata';

const serverAddress = 'http://prometheus-operated.monitoring:9090';
const KEDA: PlatformProps = { ...MEASURED, autoscaling: new Keda({ prometheus: { serverAddress } }) };

/** The triggers of a worker, each of which KEDA would take. */
function triggersOf(metrics: ScalingMetric[], platform = KEDA) {
  const microservice = worker(Scaling.on(metrics, { min: 1, max: 9 }), platform);
  const { triggers } = specOf('ScaledObject', microservice);
  for (const { type, metadata, authenticationRef } of triggers) {
    const { required, optional, parameters } = TRIGGERS[type]!;
    expect(required.filter((key) => !(key in metadata))).toEqual([]);
    expect(Object.keys(metadata).filter((key) => !required.includes(key) && !optional.includes(key))).toEqual([]);
    expect(Object.values(metadata).filter((value) => typeof value !== 'string' || value === '')).toEqual([]);
    const { name, kind } = authenticationRef ?? {};
    if (name === undefined || kind !== undefined) continue;
    const { secretTargetRef = [] } = specOf('TriggerAuthentication', microservice, name) as {
      secretTargetRef?: readonly { readonly parameter: string }[];
    };
    expect(secretTargetRef.filter(({ parameter }) => !parameters.includes(parameter))).toEqual([]);
  }
  return triggers;
}

test('says between which bounds, and leaves the HorizontalPodAutoscaler to KEDA', () => {
  const microservice = scaled(Scaling.onCpuAndMemory({ min: 3, max: 20 }), KEDA);
  expect(specOf('ScaledObject', microservice)).toEqual({
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
    minReplicaCount: 3,
    maxReplicaCount: 20,
    advanced: {
      horizontalPodAutoscalerConfig: {
        name: 'cart',
        behavior: { scaleDown: { policies: [{ type: 'Percent', value: 25, periodSeconds: 45 }] } },
      },
    },
    triggers: [
      { type: 'cpu', metricType: 'Utilization', metadata: { value: '70', containerName: 'cart' } },
      { type: 'memory', metricType: 'Utilization', metadata: { value: '80', containerName: 'cart' } },
    ],
  });
  expect(written(microservice).map(({ kind }) => kind)).not.toContain('HorizontalPodAutoscaler');
  expect(microservice.autoscaler!.kind).toBe('ScaledObject');
});

test('comes after the workload: KEDA refuses to scale what is not there on its CPU use', () => {
  const kinds = written(scaled(Scaling.onCpu({ max: 9 }), KEDA)).map(({ kind }) => kind);
  expect(kinds.indexOf('ScaledObject')).toBeGreaterThan(kinds.indexOf('Deployment'));
});

test('requests, as callers saw them', () => {
  const metadata = { serverAddress, ignoreNullValues: 'true' };
  const inbound = 'reporter="source",destination_service="cart.shop.svc.cluster.local"';
  const triggers = specOf(
    'ScaledObject',
    scaled(
      Scaling.on(
        [
          ScalingMetric.requestsPerSecond(80),
          ScalingMetric.concurrency(12),
          ScalingMetric.latency(95, Duration.millis(250)),
        ],
        { max: 9 },
      ),
      KEDA,
    ),
  ).triggers;
  expect(triggers).toEqual([
    {
      type: 'prometheus',
      metricType: 'AverageValue',
      metadata: { ...metadata, query: `sum(rate(istio_requests_total{${inbound}}[2m]))`, threshold: '80' },
    },
    {
      type: 'prometheus',
      metricType: 'AverageValue',
      metadata: {
        ...metadata,
        query: `sum(rate(istio_request_duration_milliseconds_sum{${inbound}}[2m])) / 1000`,
        threshold: '12',
      },
    },
    {
      type: 'prometheus',
      metricType: 'Value',
      metadata: {
        ...metadata,
        query:
          '(histogram_quantile(0.95, sum by (le) ' +
          `(rate(istio_request_duration_milliseconds_bucket{${inbound}}[2m]))) / 1000 > 0) or vector(0)`,
        threshold: '0.25',
      },
    },
  ]);
  for (const trigger of triggers) expect(promqlProblems(String(trigger.metadata['query']))).toEqual([]);
});

test('requests, as the application counts them where there is no mesh', () => {
  const { mesh: _, ...meshless } = KEDA;
  const [trigger] = specOf(
    'ScaledObject',
    scaled(Scaling.on([ScalingMetric.requestsPerSecond(80)], { max: 9 }), meshless, {
      ports: [Port.http(80, { servesMetrics: true })],
      telemetry: { requestMetrics: RequestMetrics.openTelemetryHttp() },
    }),
  ).triggers;
  expect(trigger!.metadata['query']).toBe(
    'sum(rate(http_server_request_duration_seconds_count{namespace="shop",job="cart"}[2m]))',
  );
});

test('brokers, with credentials of their own', () => {
  const none = TriggerCredentials.none();
  const user = TriggerCredentials.secret('broker', { username: 'user', password: 'pass' });
  const cases: [Backlog, BacklogSource, object][] = [
    [
      Backlog.kafka(9, { consumerGroup: 'cart', topic: 'orders' }),
      BacklogSource.kafka({
        bootstrapServers: ['kafka-0:9092', 'kafka-1:9092'],
        credentials: user,
        sasl: KafkaSasl.SCRAM_SHA512,
        tls: true,
      }),
      {
        type: 'kafka',
        metadata: {
          bootstrapServers: 'kafka-0:9092,kafka-1:9092',
          sasl: 'scram_sha512',
          tls: 'enable',
          consumerGroup: 'cart',
          topic: 'orders',
          lagThreshold: '50',
        },
        authenticationRef: { name: 'cart-kafka' },
      },
    ],
    [
      Backlog.rabbitMq(9, { queue: 'orders' }),
      BacklogSource.rabbitMq({ credentials: TriggerCredentials.secret('broker', { host: 'uri' }) }),
      {
        type: 'rabbitmq',
        metadata: { queueName: 'orders', vhostName: '/', mode: 'QueueLength', value: '50' },
        authenticationRef: { name: 'cart-rabbitmq' },
      },
    ],
    [
      Backlog.nats(9, { stream: 'orders', consumer: 'cart' }),
      BacklogSource.nats({ monitoringEndpoint: 'nats.nats:8222' }),
      {
        type: 'nats-jetstream',
        metadata: {
          natsServerMonitoringEndpoint: 'nats.nats:8222',
          account: '$G',
          stream: 'orders',
          consumer: 'cart',
          lagThreshold: '50',
        },
      },
    ],
    [
      Backlog.sqs(9, { queue: 'orders' }),
      BacklogSource.sqs({
        queueUrl: 'https://sqs.eu-central-1.amazonaws.com/1/orders',
        region: 'eu-central-1',
        credentials: TriggerCredentials.podIdentity(PodIdentityProvider.AWS, 'arn:aws:iam::1:role/keda'),
      }),
      {
        type: 'aws-sqs-queue',
        metadata: {
          queueURL: 'https://sqs.eu-central-1.amazonaws.com/1/orders',
          awsRegion: 'eu-central-1',
          queueLength: '50',
        },
        authenticationRef: { name: 'cart-aws-sqs-queue' },
      },
    ],
    [
      Backlog.redisStream(9, { stream: 'orders', group: 'cart' }),
      BacklogSource.redis({ addresses: ['redis:6379'], credentials: none, database: 2, tls: true }),
      {
        type: 'redis-streams',
        metadata: {
          address: 'redis:6379',
          databaseIndex: '2',
          enableTLS: 'true',
          stream: 'orders',
          consumerGroup: 'cart',
          lagCount: '50',
        },
      },
    ],
    [
      Backlog.redisStream(9, { stream: 'orders', group: 'cart' }),
      BacklogSource.redis({ addresses: ['r0:6379', 'r1:6379'], credentials: user, cluster: true }),
      {
        type: 'redis-cluster-streams',
        metadata: { addresses: 'r0:6379,r1:6379', stream: 'orders', consumerGroup: 'cart', lagCount: '50' },
        authenticationRef: { name: 'cart-redis-cluster-streams' },
      },
    ],
  ];
  for (const [backlog, source, trigger] of cases)
    expect(triggersOf([ScalingMetric.backlog(backlog, 50, source)])).toEqual([trigger]);
});

test('credentials are keys of a Secret, or the identity of a cloud', () => {
  const queue = (name: string, credentials: TriggerCredentials) =>
    ScalingMetric.backlog(
      Backlog.sqs(9, { queue: name }),
      5,
      BacklogSource.sqs({ queueUrl: `https://sqs/${name}`, region: 'eu-central-1', credentials }),
    );
  const microservice = worker(
    Scaling.on(
      [
        queue('a', TriggerCredentials.secret('aws', { awsSecretAccessKey: 'secret', awsAccessKeyID: 'id' })),
        queue('b', TriggerCredentials.podIdentity(PodIdentityProvider.AWS, 'arn:aws:iam::1:role/keda')),
      ],
      { max: 9 },
    ),
    KEDA,
  );
  expect(specOf('TriggerAuthentication', microservice, 'cart-aws-sqs-queue')).toEqual({
    secretTargetRef: [
      { parameter: 'awsAccessKeyID', name: 'aws', key: 'id' },
      { parameter: 'awsSecretAccessKey', name: 'aws', key: 'secret' },
    ],
  });
  expect(specOf('TriggerAuthentication', microservice, 'cart-aws-sqs-queue-2')).toEqual({
    podIdentity: { provider: 'aws', roleArn: 'arn:aws:iam::1:role/keda' },
  });
  expect(specOf('ScaledObject', microservice).triggers.map(({ authenticationRef }) => authenticationRef.name)).toEqual([
    'cart-aws-sqs-queue',
    'cart-aws-sqs-queue-2',
  ]);
});

test('a backlog whose broker is not stated is asked of Prometheus', () => {
  const [trigger] = triggersOf([
    ScalingMetric.backlog(Backlog.kafka(9, { consumerGroup: 'cart', topic: 'orders' }), 50),
  ]);
  expect(trigger).toMatchObject({
    type: 'prometheus',
    metadata: {
      query: 'sum(max by (topic, partition) (kafka_consumergroup_lag{consumergroup="cart",topic="orders"}))',
      threshold: '50',
      ignoreNullValues: 'false',
    },
  });
});

test('a schedule', () => {
  expect(
    triggersOf([
      ScalingMetric.schedule({ start: '0 8 * * 1-5', end: '0 18 * * 1-5', timezone: 'Europe/Berlin', replicas: 6 }),
    ]),
  ).toEqual([
    {
      type: 'cron',
      metadata: { timezone: 'Europe/Berlin', start: '0 8 * * 1-5', end: '0 18 * * 1-5', desiredReplicas: '6' },
    },
  ]);
});

test('zero, and back once work waits; the last one may end its work', () => {
  const backlog = ScalingMetric.backlog(Backlog.kafka(9, { consumerGroup: 'cart' }), 50);
  const microservice = (longestRequest: number) =>
    worker(Scaling.on([backlog], { min: 0, max: 9 }), KEDA, {
      lifecycle: { longestRequest: Duration.seconds(longestRequest) },
    });
  expect(codesOf(microservice(30).node.root)).toEqual([]);
  expect(specOf('ScaledObject', microservice(30))).toMatchObject({ minReplicaCount: 0 });
  expect(specOf('ScaledObject', microservice(30))).not.toHaveProperty('cooldownPeriod');
  expect(specOf('ScaledObject', microservice(900)).cooldownPeriod).toBe(905);
  expect(rendered('PodDisruptionBudget', microservice(30).disruptionBudget).spec.maxUnavailable).toBe(1);
});

test('shows Prometheus who it is', () => {
  const autoscaling = new Keda({
    prometheus: {
      serverAddress,
      authModes: 'bearer',
      clusterTriggerAuthentication: 'prometheus',
      metadata: { customHeaders: 'X-Scope-OrgID=shop' },
    },
  });
  expect(
    triggersOf([ScalingMetric.backlog(Backlog.kafka(9, { consumerGroup: 'cart' }), 50)], { ...KEDA, autoscaling }),
  ).toMatchObject([
    {
      metadata: { authModes: 'bearer', customHeaders: 'X-Scope-OrgID=shop' },
      authenticationRef: { name: 'prometheus', kind: 'ClusterTriggerAuthentication' },
    },
  ]);
});

test.each([
  [{ serverAddress: 'prometheus:9090' }, "prometheus.serverAddress was 'prometheus:9090'"],
  [{ serverAddress, clusterTriggerAuthentication: 'Prometheus', authModes: 'bearer' }, "it was 'Prometheus'"],
  [{ serverAddress, authModes: 'bearer' }, 'authModes was bearer, without clusterTriggerAuthentication'],
  [
    { serverAddress, clusterTriggerAuthentication: 'prometheus' },
    'clusterTriggerAuthentication was prometheus, without authModes',
  ],
])('refuses %j', (prometheus, given) => {
  expect(findingsOf(scaled(Scaling.fixed(2), { autoscaling: new Keda({ prometheus }) }).node.root)).toContainEqual(
    expect.objectContaining({ code: 'MS6012', given }),
  );
});

test('owns the number of replicas, and the HorizontalPodAutoscaler that it makes', () => {
  const at = { name: 'cart', namespace: 'shop', owner: 'ScaledObject' };
  expect(scaled(Scaling.onCpu({ max: 9 }), KEDA).ownership).toEqual([
    { ...at, apiVersion: 'apps/v1', kind: 'Deployment', path: '/spec/replicas' },
    { ...at, apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', path: '' },
  ]);
});
