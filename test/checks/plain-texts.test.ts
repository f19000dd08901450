import { Duration } from 'cdk8s';
import {
  AddressFormat,
  ApplicationStack,
  Backlog,
  BacklogSource,
  ClusterFacts,
  Flagger,
  GrafanaOperator,
  IstioMesh,
  KafkaSasl,
  Keda,
  MicroserviceProps,
  NetworkPeer,
  Objective,
  Platform,
  PlatformProps,
  Port,
  Probe,
  PrometheusAnnotations,
  PrometheusOperator,
  Scaling,
  ScalingMetric,
  TriggerCredentials,
} from '../../lib';
import { cart, type Case, describeCode, findings, seen, service } from './cases';

type Said = Pick<Case, 'given' | 'fix'> & Partial<Case>;

const credentials = TriggerCredentials.none();

/** A case in which a microservice is wrong. */
function of(name: string, bad: Partial<MicroserviceProps>, good: Partial<MicroserviceProps>, said: Said): Case {
  return { name, bad: (stack) => cart(stack, bad), good: (stack) => cart(stack, good), ...said };
}

const scrapers = [NetworkPeer.pods({ namespace: 'monitoring' })];

/** A case in which a fact of a platform is wrong. */
function on(name: string, bad: PlatformProps, good: PlatformProps, said: Said): Case {
  const program =
    (props: PlatformProps) =>
    ({ node }: ApplicationStack) =>
      cart(
        new ApplicationStack(node.root, 'seen', {
          platform: new Platform({ cluster: new ClusterFacts({ scrapers }), ...props }),
        }),
      );
  return { name, bad: program(bad), good: program(good), path: 'seen', ...said };
}

/** A case in which the broker of a backlog is wrong. */
function broker(name: string, backlog: Backlog, bad: BacklogSource, good: BacklogSource, said: Said): Case {
  const program =
    (source: BacklogSource) =>
    ({ node }: ApplicationStack) =>
      cart(new ApplicationStack(node.root, 'depot', { platform: new Platform({ autoscaling: new Keda() }) }), {
        scaling: Scaling.on([ScalingMetric.backlog(backlog, 5, source)], { max: 3 }),
      });
  return { name, bad: program(bad), good: program(good), path: 'depot/cart', ...said };
}

const rabbit = (host: string) =>
  BacklogSource.rabbitMq({
    host,
    credentials: TriggerCredentials.secret('rabbitmq', { username: 'u', password: 'p' }),
  });
const redis = (addresses: string[], database?: number) =>
  BacklogSource.redis({ addresses, credentials, ...(database !== undefined && { database }) });
const kafka = (bootstrapServers: string[], partitions?: number) =>
  BacklogSource.kafka({ bootstrapServers, credentials, ...(partitions !== undefined && { partitions }) });
const nats = (monitoringEndpoint: string) => BacklogSource.nats({ monitoringEndpoint });
const QUEUE = Backlog.rabbitMq(10, { queue: 'orders' });
const STREAM = Backlog.redisStream(10, { stream: 'orders', group: 'cart' });
const TOPIC = Backlog.kafka(10, { consumerGroup: 'cart' });
const operator = (address: string) => new PrometheusOperator({ selector: {}, address });

describeCode('MS1065', [
  broker('of RabbitMQ', QUEUE, rabbit('amqp://shop:secret@mq:5672'), rabbit('amqp://mq:5672'), {
    given: "it was 'amqp://***@mq:5672'",
    allowed: 'without a password',
    fix: 'TriggerCredentials.secret',
  }),
  broker('of Redis', STREAM, redis(['redis://:secret@redis:6379']), redis(['redis:6379']), {
    given: "it was 'redis://***@redis:6379'",
    fix: 'TriggerCredentials.secret',
  }),
  broker('of Kafka', TOPIC, kafka(['a:9092', 'shop:secret@b:9092']), kafka(['a:9092', 'b:9092']), {
    given: "it was '***@b:9092'",
    fix: 'TriggerCredentials.secret',
  }),
  broker('of NATS', Backlog.nats(9, { stream: 'A', consumer: 'b' }), nats('token@nats:8222'), nats('nats:8222'), {
    given: "it was '***@nats:8222'",
    fix: 'TriggerCredentials.secret',
  }),
  of(
    'a variable',
    { env: { REDIS_URL: 'redis://:secret@redis:6379' } },
    { env: { REDIS_PASSWORD: 'of a Secret', REDIS_URL: 'redis://:$(REDIS_PASSWORD)@redis:6379' } },
    { given: "it was 'redis://***@redis:6379'", fix: 'envValues' },
  ),
  of(
    'an argument',
    { pod: { args: ['--db', 'postgres://shop:secret@db/shop'] } },
    { env: { PASSWORD: 'of a Secret' }, pod: { args: ['--db', 'postgres://shop:$(PASSWORD)@db/shop'] } },
    { given: "it was 'postgres://***@db/shop'", fix: '$(NAME)' },
  ),
  {
    name: 'the format of an address',
    given: 'redis://***@stock:6379',
    fix: 'envValues',
    ...(() => {
      const calls = (password: string) => (stack: ApplicationStack) => {
        const format = AddressFormat.template(`redis://:${password}@{host}:{port}`);
        cart(stack, { env: { PASSWORD: 'of a Secret' } }).calls(service(stack, 'stock', { ports: [Port.tcp(6379)] }), {
          addresses: [{ name: 'STOCK_URL', format }],
        });
      };
      return { bad: calls('secret'), good: calls('$(PASSWORD)') };
    })(),
  },
  ...[operator, (address: string) => new PrometheusAnnotations({ address })].map((monitoring) =>
    on(
      `the address of ${monitoring('http://a').name}`,
      { observability: { monitoring: monitoring('http://shop:secret@prometheus:9090') } },
      { observability: { monitoring: monitoring('http://prometheus:9090') } },
      { given: "it was 'http://***@prometheus:9090'", fix: 'as a Secret' },
    ),
  ),
  on(
    'the address of runbooks',
    {
      observability: {
        monitoring: new PrometheusOperator({ selector: {}, alerting: { runbookUrl: 'https://a:secret@b/' } }),
      },
    },
    { observability: { monitoring: new PrometheusOperator({ selector: {}, alerting: { runbookUrl: 'https://b/' } }) } },
    { given: "it was 'https://***@b/'", fix: 'as a Secret' },
  ),
  on(
    "the address of KEDA's Prometheus",
    { autoscaling: new Keda({ prometheus: { serverAddress: 'http://a:secret@b:9090' } }) },
    { autoscaling: new Keda({ prometheus: { serverAddress: 'http://b:9090' } }) },
    { given: "it was 'http://***@b:9090'", fix: 'as a Secret' },
  ),
  on(
    'the gate of Flagger',
    { delivery: new Flagger({ gate: 'http://a:secret@gate/check' }), mesh: new IstioMesh() },
    { delivery: new Flagger({ gate: 'http://gate/check' }), mesh: new IstioMesh() },
    { given: "it was 'http://***@gate/check'", fix: 'as a Secret' },
  ),
]);

test('no finding repeats a password', () => {
  const found = findings((stack) => {
    cart(stack, { env: { URL: 'redis://:secret@redis:6379' } });
    cart(
      new ApplicationStack(stack.node.root, 'depot', {
        platform: new Platform({
          autoscaling: new Keda({ prometheus: { serverAddress: 'http://a:secret@b c' } }),
          observability: { monitoring: operator('ftp://a:secret@b') },
        }),
      }),
      { scaling: Scaling.on([ScalingMetric.backlog(QUEUE, 5, rabbit('amqp://a:secret@b c'))], { max: 3 }) },
    );
  });
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['MS1065', 'MS1066', 'MS5003', 'MS6012']));
  expect(JSON.stringify(found)).not.toContain('secret@');
});

describeCode('MS1066', [
  ...[NaN, Infinity, -1, 1.5].map((database) =>
    broker(`database ${database}`, STREAM, redis(['redis:6379'], database), redis(['redis:6379'], 2), {
      given: `database was ${database}`,
      allowed: 'from 0',
      fix: 'its index',
    }),
  ),
  ...[NaN, Infinity, 0, 1.5].map((partitions) =>
    broker(`${partitions} partitions`, TOPIC, kafka(['a:9092'], partitions), kafka(['a:9092'], 3), {
      given: `partitions was ${partitions}`,
      allowed: 'from 1',
      fix: 'how many',
    }),
  ),
  ...['', 'a b', 'a,b', 'a\n', 'é:9092'].map((address) =>
    broker(`the address ${JSON.stringify(address)}`, TOPIC, kafka([address]), kafka(['a:9092']), {
      given: `an address was '${seen(address)}'`,
      allowed: 'commas',
      fix: 'by itself',
    }),
  ),
  broker('no address', TOPIC, kafka([]), kafka(['a:9092']), { given: 'it had no address', fix: 'is reached' }),
]);

test('a broker may be named by its credentials alone', () => {
  const source = BacklogSource.rabbitMq({ credentials: TriggerCredentials.secret('rabbitmq', { host: 'url' }) });
  const sasl = BacklogSource.kafka({
    bootstrapServers: ['a:9092'],
    sasl: KafkaSasl.PLAINTEXT,
    credentials: TriggerCredentials.secret('kafka', { username: 'u', password: 'p' }),
  });
  const { bad } = broker('both', QUEUE, source, source, { given: '', fix: '' });
  const { bad: other } = broker('both', TOPIC, sasl, sasl, { given: '', fix: '' });
  for (const program of [bad, other])
    expect(findings(program).filter(({ code }) => code.startsWith('MS106'))).toEqual([]);
});

describeCode(
  'MS1067',
  ['app', './app', '', '/app\n', '/a\u0000'].map((workingDir) =>
    of(
      JSON.stringify(workingDir),
      { pod: { workingDir } },
      { pod: { workingDir: '/app/my data' } },
      {
        given: `workingDir was ${JSON.stringify(workingDir)}`,
        allowed: 'from /',
        fix: workingDir === 'app' ? 'state "/app"' : 'or leave it out',
      },
    ),
  ),
);

describeCode(
  'MS1023',
  ['a\r\nX-Admin: yes', 'a\n', 'é', 'a\u0000'].map((value) =>
    of(
      JSON.stringify(value),
      { probes: { readiness: Probe.http('/', { headers: { 'X-Probe': value } }) } },
      { probes: { readiness: Probe.http('/', { headers: { 'X-Probe': 'a\tb; "c"' } }) } },
      { given: `X-Probe was ${JSON.stringify(value)}`, allowed: 'one line', fix: 'on one line' },
    ),
  ),
);

const endless = Duration.seconds(Infinity);

describeCode('MS5003', [
  on(
    'samples without an end',
    { observability: { monitoring: new PrometheusOperator({ selector: {}, retention: endless }) } },
    { observability: { monitoring: new PrometheusOperator({ selector: {}, retention: Duration.days(900) }) } },
    { given: 'retention was Infinity days', allowed: 'with an end', fix: 'how long' },
  ),
]);

describeCode('MS5203', [
  on(
    'a resync without an end',
    {
      observability: {
        monitoring: operator('http://a'),
        dashboards: new GrafanaOperator({ instanceSelector: {}, resyncPeriod: endless }),
      },
    },
    { observability: { monitoring: operator('http://a'), dashboards: new GrafanaOperator({ instanceSelector: {} }) } },
    { given: 'was Infinity s', allowed: 'with an end', fix: 'minutes' },
  ),
]);

describeCode('MS5001', [
  of(
    'a threshold without an end',
    { objectives: [Objective.latency(99, endless)] },
    {},
    { given: 'it was Infinity ms', allowed: 'above 0', fix: 'at most' },
  ),
]);

test('an undefined argument is a finding of its place', () => {
  const args = ['--addr', undefined] as string[];
  const said = expect.objectContaining({
    code: 'MS0016',
    message: 'pod.args[1] is missing',
    path: 'shop/cart',
  }) as unknown;
  expect(findings((stack) => cart(stack, { pod: { args } }))).toEqual([said]);
});
